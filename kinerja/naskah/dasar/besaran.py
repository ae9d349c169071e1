"""Target atau realisasi tercetak: angka, atau sebutan indikator kualitatif."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from core.angka import ringkas
from kinerja.aturan.keadaan import Keadaan

Isi = Decimal | str | None  # angka, atau kata pengganti angkanya


@dataclass(frozen=True, slots=True, kw_only=True)
class Besaran:
    """Angka yang sudah dibulatkan, atau sebutannya; keduanya kosong berarti belum diketahui."""

    angka: Decimal | None
    sebutan: str
    keadaan: str = ""  # bila `sebutan` rentang, tidak berlaku, atau belum rilis

    def bersatuan(self, satuan: str) -> str:
        """Rentang dengan satuannya; sebutan, tidak berlaku dan belum rilis tanpa satuan."""
        if self.keadaan == Keadaan.RENTANG:
            return f"{self.sebutan} {satuan}".strip()
        return self.sebutan

    @property
    def banding(self) -> str:
        """Untuk dihadapkan dengan naskah lain; rentang dan yang tidak bernilai tidak dihadapkan."""
        if self.angka is not None:
            return ringkas(self.angka)
        return "" if self.keadaan else self.sebutan

    @property
    def cetak(self) -> Isi:
        """Yang tercetak: angkanya, selain itu sebutannya; `None` bila belum diketahui."""
        if self.angka is None:
            return self.sebutan or None
        return self.angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Bernomor:
    """Baris satu indikator; `kode` nomor bersama nomor sasarannya bila nomornya tidak tunggal."""

    nomor: int
    kode: str = ""

    @property
    def urut(self) -> int | str:
        """Nomor sebagaimana dicetak, sama pada tabel, teks dan grafik."""
        return self.kode or self.nomor


def besaran(nilai: Isi, keadaan: str = "") -> Besaran:
    """Besaran dari angka, sebutan, atau tulisan keadaannya."""
    if isinstance(nilai, Decimal):
        return Besaran(angka=nilai, sebutan="")
    return Besaran(angka=None, sebutan=nilai or "", keadaan=keadaan)


def dari_tulisan(tulisan: str | None) -> dict[str, str | None]:
    """Besaran isi beku versi 1, yang menyimpan angka dan sebutan sebagai tulisan yang sama."""
    try:
        Decimal(tulisan or "")
    except InvalidOperation:
        return {"angka": None, "sebutan": tulisan or ""}
    return {"angka": tulisan, "sebutan": ""}
