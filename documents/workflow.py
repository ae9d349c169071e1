"""Alur dokumen: status, langkah, dan siapa memindahkan apa. Satu tabel tiap alur.

Sumber urutan: Permenpan-RB 53/2014 (reviu Inspektorat atas LKj sebelum kepala menandatangani) dan
tata naskah dinas.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SemuaPeran = frozenset[str]


class Status(StrEnum):
    """Keadaan naskah, menurut urutan alurnya."""

    DRAFT = "draft"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"
    DITANDATANGANI = "ditandatangani"
    DIREVIU = "direviu"


class Langkah(StrEnum):
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
SEBUTAN_LANGKAH = {
    Langkah.SUBMIT: "Ajukan",
    Langkah.APPROVE: "Setujui",
    Langkah.RETURN: "Kembalikan",
    Langkah.SIGN: "Tanda tangani",
    Langkah.REVIEW: "Nyatakan telah direviu",
}
KATA_LANGKAH = {
    Langkah.SUBMIT: "pengajuan",
    Langkah.APPROVE: "persetujuan",
    Langkah.RETURN: "perbaikan",
    Langkah.SIGN: "tanda tangan",
    Langkah.REVIEW: "reviu",
}


@dataclass(frozen=True)
class Ketentuan:
    """Ke mana langkah membawa dokumen, peran yang boleh, dan yang diminta darinya."""

    to: Status
    peran: SemuaPeran
    note: bool = False
    password: bool = False


@dataclass(frozen=True)
class Workflow:
    """Satu alur: `(status, langkah)` menjadi aturannya, menurut urutan jalannya."""

    table: Mapping[tuple[Status, Langkah], Ketentuan]

    def ketentuan(self, status: str, langkah: str) -> Ketentuan | None:
        """Ketentuan `langkah` dari `status`; `None` bila langkah itu tidak ada di sana."""
        try:
            return self.table.get((Status(status), Langkah(langkah)))
        except ValueError:
            return None

    def ketentuan_pada(self, status: str) -> dict[Langkah, Ketentuan]:
        """Langkah dari `status` dengan aturannya, menurut urutan tabel."""
        semua_ketentuan = {}
        for (at, langkah), ketentuan in self.table.items():
            if at == status:
                semua_ketentuan[langkah] = ketentuan
        return semua_ketentuan

    def langkah_bagi(self, status: str, semua_peran: tuple[str, ...]) -> list[Langkah]:
        """Langkah yang terbuka bagi pemegang salah satu `semua_peran`."""
        semua_ketentuan = self.ketentuan_pada(status).items()
        hasil = []
        for langkah, ketentuan in semua_ketentuan:
            if ketentuan.peran.intersection(semua_peran):
                hasil.append(langkah)
        return hasil

    def peran(self, langkah: str) -> SemuaPeran:
        """Peran yang pada suatu saat melakukan `langkah`."""
        semua_peran: SemuaPeran = frozenset()
        for (_, satu), ketentuan in self.table.items():
            if satu == langkah:
                semua_peran |= ketentuan.peran
        return semua_peran

    def stages(self) -> list[Status]:
        """Status yang dilalui, dari draf sampai akhir."""
        stages = [Status.DRAFT]
        for ketentuan in self.table.values():
            if ketentuan.to not in stages:
                stages.append(ketentuan.to)
        return stages

    def langkah_berikut(self, status: str) -> Langkah | None:
        """Langkah maju dari `status`; `None` pada akhir jalan."""
        forward = []
        for langkah in self.ketentuan_pada(status):
            if langkah is not Langkah.RETURN:
                forward.append(langkah)
        return next(iter(forward), None)


_OPERATOR = frozenset({"operator"})
_BIDANG = frozenset({"kepala_bidang"})
_DINAS = frozenset({"kepala_dinas"})
_PEREVIU = frozenset({"inspektorat"})
_INSPEKTUR = frozenset({"inspektur"})
# siapa yang mungkin menjadi pihak, juga dari perangkat daerah lain; gilirannya ditentukan naskah
_PIHAK = frozenset({"kepala_daerah", "kepala_dinas", "kepala_bidang", "operator", "inspektur"})

_SAMPAI_DISETUJUI = {
    (Status.DRAFT, Langkah.SUBMIT): Ketentuan(Status.DIAJUKAN, _OPERATOR),
    (Status.DIAJUKAN, Langkah.APPROVE): Ketentuan(Status.DISETUJUI, _BIDANG),
    (Status.DIAJUKAN, Langkah.RETURN): Ketentuan(Status.DRAFT, _BIDANG, note=True),
}
_TANDA_TANGAN = Ketentuan(Status.DITANDATANGANI, _PIHAK, password=True)
_KEMBALI = Ketentuan(Status.DRAFT, _DINAS, note=True)
_REVIU = Ketentuan(Status.DIREVIU, _PEREVIU, note=True)

BIASA = Workflow(
    {
        **_SAMPAI_DISETUJUI,
        (Status.DISETUJUI, Langkah.SIGN): _TANDA_TANGAN,
        (Status.DISETUJUI, Langkah.RETURN): _KEMBALI,
    }
)
DIREVIU_DULU = Workflow(
    {
        **_SAMPAI_DISETUJUI,
        (Status.DISETUJUI, Langkah.REVIEW): _REVIU,
        (Status.DISETUJUI, Langkah.RETURN): Ketentuan(Status.DRAFT, _DINAS | _PEREVIU, note=True),
        (Status.DIREVIU, Langkah.SIGN): _TANDA_TANGAN,
        (Status.DIREVIU, Langkah.RETURN): _KEMBALI,
    }
)
# naskah yang sudah ditandatangani menurut urutan lama; reviunya menyusul
DIREVIU_KEMUDIAN = Workflow({**BIASA.table, (Status.DITANDATANGANI, Langkah.REVIEW): _REVIU})
INSPEKTORAT = Workflow(
    {
        (Status.DRAFT, Langkah.SUBMIT): Ketentuan(Status.DIAJUKAN, _PEREVIU),
        (Status.DIAJUKAN, Langkah.SIGN): Ketentuan(
            Status.DITANDATANGANI, _INSPEKTUR, password=True
        ),
        (Status.DIAJUKAN, Langkah.RETURN): Ketentuan(Status.DRAFT, _INSPEKTUR, note=True),
    }
)
WORKFLOWS = (BIASA, DIREVIU_DULU, DIREVIU_KEMUDIAN, INSPEKTORAT)
