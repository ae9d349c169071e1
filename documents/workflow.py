"""Alur dokumen: status, langkah, dan siapa memindahkan apa. Satu tabel tiap alur.

Sumber urutan: Permenpan-RB 53/2014 (reviu Inspektorat atas LKj sebelum kepala menandatangani) dan
tata naskah dinas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Roles = frozenset[str]


class Status(StrEnum):
    """Keadaan naskah, menurut urutan alurnya."""

    DRAFT = "draft"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DITANDATANGANI = "ditandatangani"
    DIREVIU = "direviu"


class Step(StrEnum):
    """Yang dapat dilakukan atas naskah."""

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
STATUS_SENTENCES = {
    Status.DRAFT: "masih draf",
    Status.DIAJUKAN: "sudah diajukan",
    Status.DISETUJUI: "sudah disetujui",
    Status.DITANDATANGANI: "sudah ditandatangani",
    Status.DIREVIU: "telah direviu",
}
STEP_LABELS = {
    Step.SUBMIT: "Ajukan",
    Step.APPROVE: "Setujui",
    Step.RETURN: "Kembalikan",
    Step.SIGN: "Tanda tangani",
    Step.REVIEW: "Nyatakan telah direviu",
}
STEP_NOUNS = {
    Step.SUBMIT: "pengajuan",
    Step.APPROVE: "persetujuan",
    Step.RETURN: "perbaikan",
    Step.SIGN: "tanda tangan",
    Step.REVIEW: "reviu",
}


@dataclass(frozen=True)
class Rule:
    """Ke mana langkah membawa dokumen, peran yang boleh, dan yang diminta darinya."""

    to: Status
    roles: Roles
    note: bool = False
    password: bool = False


@dataclass(frozen=True)
class Workflow:
    """Satu alur: `(status, langkah)` menjadi aturannya, menurut urutan jalannya."""

    table: Mapping[tuple[Status, Step], Rule]

    def rule(self, status: str, step: str) -> Rule | None:
        """Aturan untuk `step` dari `status`; `None` bila langkah itu tidak ada di sana."""
        try:
            return self.table.get((Status(status), Step(step)))
        except ValueError:
            return None

    def rules_at(self, status: str) -> dict[Step, Rule]:
        """Langkah dari `status` dengan aturannya, menurut urutan tabel."""
        rules = {}
        for (at, step), rule in self.table.items():
            if at == status:
                rules[step] = rule
        return rules

    def steps_for(self, status: str, roles: tuple[str, ...]) -> list[Step]:
        """Langkah yang terbuka bagi pemegang `roles`."""
        rules = self.rules_at(status).items()
        hasil = []
        for step, rule in rules:
            if rule.roles.intersection(roles):
                hasil.append(step)
        return hasil

    def roles(self, step: str) -> Roles:
        """Peran yang pada suatu saat melakukan `step`."""
        roles: Roles = frozenset()
        for (_, known), rule in self.table.items():
            if known == step:
                roles |= rule.roles
        return roles

    def stages(self) -> list[Status]:
        """Status yang dilalui, dari draf sampai akhir."""
        stages = [Status.DRAFT]
        for rule in self.table.values():
            if rule.to not in stages:
                stages.append(rule.to)
        return stages

    def next_step(self, status: str) -> Step | None:
        """Langkah maju dari `status`; `None` pada akhir jalan."""
        forward = []
        for step in self.rules_at(status):
            if step is not Step.RETURN:
                forward.append(step)
        return next(iter(forward), None)


_OPERATOR = frozenset({"operator"})
_BIDANG = frozenset({"kepala_bidang"})
_DINAS = frozenset({"kepala_dinas"})
_PEREVIU = frozenset({"inspektorat"})
_INSPEKTUR = frozenset({"inspektur"})
# siapa yang mungkin menjadi pihak, juga dari perangkat daerah lain; gilirannya ditentukan naskah
_PIHAK = frozenset({"kepala_daerah", "kepala_dinas", "kepala_bidang", "operator", "inspektur"})

_SAMPAI_DISETUJUI = {
    (Status.DRAFT, Step.SUBMIT): Rule(Status.DIAJUKAN, _OPERATOR),
    (Status.DIAJUKAN, Step.APPROVE): Rule(Status.DISETUJUI, _BIDANG),
    (Status.DIAJUKAN, Step.RETURN): Rule(Status.DRAFT, _BIDANG, note=True),
}
_TANDA_TANGAN = Rule(Status.DITANDATANGANI, _PIHAK, password=True)
_KEMBALI = Rule(Status.DRAFT, _DINAS, note=True)
_REVIU = Rule(Status.DIREVIU, _PEREVIU, note=True)

BIASA = Workflow(
    {
        **_SAMPAI_DISETUJUI,
        (Status.DISETUJUI, Step.SIGN): _TANDA_TANGAN,
        (Status.DISETUJUI, Step.RETURN): _KEMBALI,
    }
)
DIREVIU_DULU = Workflow(
    {
        **_SAMPAI_DISETUJUI,
        (Status.DISETUJUI, Step.REVIEW): _REVIU,
        (Status.DISETUJUI, Step.RETURN): Rule(Status.DRAFT, _DINAS | _PEREVIU, note=True),
        (Status.DIREVIU, Step.SIGN): _TANDA_TANGAN,
        (Status.DIREVIU, Step.RETURN): _KEMBALI,
    }
)
# naskah yang sudah ditandatangani menurut urutan lama; reviunya menyusul
DIREVIU_KEMUDIAN = Workflow({**BIASA.table, (Status.DITANDATANGANI, Step.REVIEW): _REVIU})
INSPEKTORAT = Workflow(
    {
        (Status.DRAFT, Step.SUBMIT): Rule(Status.DIAJUKAN, _PEREVIU),
        (Status.DIAJUKAN, Step.SIGN): Rule(Status.DITANDATANGANI, _INSPEKTUR, password=True),
        (Status.DIAJUKAN, Step.RETURN): Rule(Status.DRAFT, _INSPEKTUR, note=True),
    }
)
WORKFLOWS = (BIASA, DIREVIU_DULU, DIREVIU_KEMUDIAN, INSPEKTORAT)
