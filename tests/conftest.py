"""What holds for every test: Qt draws without a display, so that pictures agree and no window flashes up."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
