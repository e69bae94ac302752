"""What can be wrong with a project file, each in one sentence for people."""

from __future__ import annotations

from workbench.text.values import Bilingual


class ProjectError(Exception):
    """A project cannot be opened, read or written. ``why`` is one sentence in each language; nothing was half done."""

    def __init__(self, en: str, ar: str) -> None:
        self.why = Bilingual(en, ar)
        super().__init__(en)


class MissingProjectError(ProjectError):
    """There is no such file, it is a folder, or its name cannot be used."""


class NoComparisonError(ProjectError):
    """The project holds no comparison yet, or not the one that was asked for."""


class NotAProjectError(ProjectError):
    """The file is something else and was not touched."""


class NewerProjectError(ProjectError):
    """The file was written by a newer version of the program and was not touched."""


class HostileProjectError(ProjectError):
    """The file holds triggers, views or tables that this program never makes; nothing of it was run."""


class DamagedProjectError(ProjectError):
    """The file is a project whose contents are damaged; ``workbench.store.rescue`` saves what can be read."""


class LockedProjectError(ProjectError):
    """The project is open elsewhere. ``remote`` says that it is (or was) open on another computer, of which nobody here
    can tell whether it still runs: such a lock may be taken over when a person says so."""

    def __init__(self, en: str, ar: str, remote: bool = False) -> None:
        super().__init__(en, ar)
        self.remote = remote


class ReadOnlyProjectError(ProjectError):
    """The project was opened for reading only."""


class FullDiskError(ProjectError):
    """There is no room for what was to be written; the project stands as it was before."""


class BusyProjectError(ProjectError):
    """Another program is writing to the file at this moment; nothing was written."""


class ChangedElsewhereError(ProjectError):
    """Another program replaced, moved, removed or rewrote the file while it was open; nothing was written."""


class UnwritableProjectError(ProjectError):
    """The file or its folder cannot be written for another reason than a full disk."""


def missing(name: str) -> MissingProjectError:
    return MissingProjectError(f"{name}: there is no such file.", f"{name}: لا يوجد ملف بهذا الاسم.")


def no_comparison(name: str) -> NoComparisonError:
    return NoComparisonError(
        f"{name}: there is no such comparison in the project.", f"{name}: لا توجد مقابلة كهذه في المشروع."
    )


def damaged(name: str, detail: str = "") -> DamagedProjectError:
    more = f" ({detail})" if detail else ""
    return DamagedProjectError(
        f"{name}: the project is damaged{more}; the window saves what can be read of it.",
        f"{name}: ملف المشروع تالف، وتُنقذ النافذة ما يمكن قراءته منه.",
    )


def read_only(name: str) -> ReadOnlyProjectError:
    return ReadOnlyProjectError(
        f"{name}: the project is open for reading only; save it under another name to go on working.",
        f"{name}: المشروع مفتوح للقراءة فقط، احفظه باسم آخر لمتابعة العمل.",
    )


def full_disk(name: str) -> FullDiskError:
    return FullDiskError(
        f"{name}: there is no room left on the disk; the project is as it was before the last change. Make room, or "
        "save it elsewhere.",
        f"{name}: لم يبق متسع على القرص، والمشروع باق على حاله قبل التغيير الأخير. أفرغ مكانا أو احفظه في موضع آخر.",
    )


def busy(name: str) -> BusyProjectError:
    return BusyProjectError(
        f"{name}: another program is using the project; nothing was written, try again in a moment.",
        f"{name}: برنامج آخر يستخدم المشروع، ولم يُكتب شيء، حاول بعد لحظات.",
    )


def unwritable(name: str, reason: str) -> UnwritableProjectError:
    return UnwritableProjectError(
        f"{name}: it cannot be written ({reason}); save it elsewhere.",
        f"{name}: تعذرت كتابة الملف ({reason})، احفظه في موضع آخر.",
    )


def changed_elsewhere(name: str) -> ChangedElsewhereError:
    return ChangedElsewhereError(
        f"{name}: another program changed, moved or replaced the file while it was open; nothing was written over it. "
        "Save it under another name, so that nothing is lost.",
        f"{name}: غيّر برنامج آخر الملف أو نقله أو استبدله وهو مفتوح، ولم يُكتب فوقه شيء. احفظه باسم آخر كي لا يضيع شيء.",
    )
