"""Alur dokumen: status, langkah, dan siapa memindahkan apa. Satu tabel, tanpa Django.

Sumber urutan: Permenpan-RB 53/2014 (reviu Inspektorat atas LKj) dan tata naskah dinas.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    DRAFT = "draft"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DITANDATANGANI = "ditandatangani"
    DIREVIU = "direviu"


class Step(StrEnum):
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    SIGN = "sign"
    REVIEW = "review"


STATUS_LABELS = {
    Status.DRAFT: "Draf",
    Status.DIAJUKAN: "Diajukan",
    Status.DISETUJUI: "Disetujui",
    Status.DITANDATANGANI: "Ditandatangani",
    Status.DIREVIU: "Telah direviu",
}
STEP_LABELS = {
    Step.SUBMIT: "Ajukan",
    Step.APPROVE: "Setujui",
    Step.RETURN: "Kembalikan",
    Step.SIGN: "Tanda tangani",
    Step.REVIEW: "Nyatakan telah direviu",
}
SIGNED = frozenset({Status.DITANDATANGANI, Status.DIREVIU})


@dataclass(frozen=True)
class Rule:
    """Ke mana langkah membawa dokumen, peran yang boleh, dan yang diminta darinya."""

    to: Status
    roles: frozenset[str]
    note: bool = False
    password: bool = False


_BIDANG, _DINAS = frozenset({"kepala_bidang"}), frozenset({"kepala_dinas"})
# siapa yang mungkin menjadi pihak; gilirannya ditentukan naskah
_PIHAK = frozenset({"kepala_daerah", "kepala_dinas", "kepala_bidang", "operator"})
TRANSITIONS: dict[tuple[Status, Step], Rule] = {
    (Status.DRAFT, Step.SUBMIT): Rule(Status.DIAJUKAN, frozenset({"operator"})),
    (Status.DIAJUKAN, Step.APPROVE): Rule(Status.DISETUJUI, _BIDANG),
    (Status.DIAJUKAN, Step.RETURN): Rule(Status.DRAFT, _BIDANG, note=True),
    (Status.DISETUJUI, Step.SIGN): Rule(Status.DITANDATANGANI, _PIHAK, password=True),
    (Status.DISETUJUI, Step.RETURN): Rule(Status.DRAFT, _DINAS, note=True),
    (Status.DITANDATANGANI, Step.REVIEW): Rule(Status.DIREVIU, frozenset({"inspektorat"}), note=True),
}


def rule(status: str, step: str) -> Rule | None:
    """Aturan untuk `step` dari `status`; `None` bila langkah itu tidak ada di sana."""
    try:
        return TRANSITIONS.get((Status(status), Step(step)))
    except ValueError:
        return None


def steps_for(status: str, roles: tuple[str, ...]) -> list[Step]:
    """Langkah yang terbuka bagi pemegang `roles`, menurut urutan tabel."""
    return [step for (at, step), r in TRANSITIONS.items() if at == status and r.roles.intersection(roles)]
