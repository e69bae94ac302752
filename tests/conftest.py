"""What holds for every test: Qt draws without a display, so that pictures agree and no window flashes up,
and the tables that a person keeps on this machine play no part."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["WORKBENCH_USER_FOLDER"] = os.path.join(tempfile.gettempdir(), "workbench-tests-without-own-tables")
os.environ["WORKBENCH_CACHE_FOLDER"] = os.path.join(tempfile.gettempdir(), "workbench-tests-cache")
