"""Utas: percakapan tentang satu hal antara yang memeriksa dan yang menjawab.

Satu tabel langkah bagi semua jenisnya; modelnya turunan `documents.models.Utas`.
"""

from enum import StrEnum


class StatusUtas(StrEnum):
    """Keadaan utas, menurut urutannya."""

    TERBUKA = "terbuka"
    DIJAWAB = "dijawab"
    DITERIMA = "diterima"
    DIBUKA_LAGI = "dibuka_lagi"


class LangkahUtas(StrEnum):
    """Yang dapat dilakukan atas utas."""

    JAWAB = "jawab"
    TERIMA = "terima"
    BUKA_LAGI = "buka_lagi"


SemuaLangkah = list[LangkahUtas]
STATUS = {
    StatusUtas.TERBUKA: "Terbuka",
    StatusUtas.DIJAWAB: "Dijawab",
    StatusUtas.DITERIMA: "Diterima",
    StatusUtas.DIBUKA_LAGI: "Dibuka lagi",
}
LABELS = {
    LangkahUtas.JAWAB: "Jawab",
    LangkahUtas.TERIMA: "Terima jawabannya",
    LangkahUtas.BUKA_LAGI: "Buka lagi",
}
# langkah -> hak yang diperlukannya
HAK = {
    LangkahUtas.JAWAB: "documents.add_balasan",
    LangkahUtas.TERIMA: "documents.judge_balasan",
    LangkahUtas.BUKA_LAGI: "documents.judge_balasan",
}
TABEL = {
    (StatusUtas.TERBUKA, LangkahUtas.JAWAB): StatusUtas.DIJAWAB,
    (StatusUtas.DIBUKA_LAGI, LangkahUtas.JAWAB): StatusUtas.DIJAWAB,
    (StatusUtas.DIJAWAB, LangkahUtas.JAWAB): StatusUtas.DIJAWAB,
    (StatusUtas.DIJAWAB, LangkahUtas.TERIMA): StatusUtas.DITERIMA,
    (StatusUtas.DIJAWAB, LangkahUtas.BUKA_LAGI): StatusUtas.DIBUKA_LAGI,
    (StatusUtas.DITERIMA, LangkahUtas.BUKA_LAGI): StatusUtas.DIBUKA_LAGI,
}


def status_sesudah(status: str, langkah: str) -> StatusUtas | None:
    """Status sesudah `langkah`; `None` bila langkah itu tidak ada pada `status`."""
    for (semula, satu), menjadi in TABEL.items():
        if semula == status and satu == langkah:
            return menjadi
    return None


def langkah_dari(status: str) -> SemuaLangkah:
    """Langkah yang ada pada `status`."""
    return [langkah for semula, langkah in TABEL if semula == status]
