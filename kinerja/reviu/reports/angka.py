"""Angka pada cetakan yang dibuat di luar aplikasi, di samping angka menurut data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.audit import Refused
from core.tabel import Kepala, Kolom, Tabel
from documents.arsip import LembarRefused
from documents.pembaca import Sel, read
from documents.pembaca import Tabel as Lembar
from kinerja.aturan.tercetak import Banding, bandingkan, dari_asing, is_asing
from kinerja.tahun.rujukan import Rujukan

KUNCI = "kunci"
TERCETAK = "tercetak"
TEMPAT = "tempat"
PetaKolom = Mapping[str, int]  # judul kolom → nomornya
PerKunci = Mapping[str, Rujukan]
TERBANYAK = 2000
CONTOH = "Kolomnya Kunci, Tempat dan Tercetak, seperti pada lembar isian."


@dataclass(frozen=True)
class AngkaCetakan:
    """Satu angka cetakan: baris lembarnya, kuncinya, dan bandingnya.

    `simpulan` satu kata `Banding`, atau “kunci tidak dikenal”.
    """

    baris: int
    kunci: str
    tempat: str
    tercetak: str
    dihitung: str
    simpulan: str

    @property
    def is_beda(self) -> bool:
        """Lain daripada hitungan, juga bila dipotong."""
        return self.simpulan in (Banding.BERBEDA, Banding.DIPOTONG)

    @property
    def is_sama(self) -> bool:
        return self.simpulan == Banding.SAMA


TIDAK_DIKENAL = "kunci tidak dikenal"
SemuaAngka = list[AngkaCetakan]


def lembar_isian(rujukan: PerKunci, tahun: int) -> Tabel:
    """Lembar isian: tiap kunci dengan angka menurut data; kolom tercetaknya kosong."""
    baris = []
    for kunci, satu in rujukan.items():
        baris.append([kunci, "", "", satu.teks])
    kepala = [Kepala(teks) for teks in ("Kunci", "Tempat", "Tercetak", "Menurut data")]
    return Tabel(
        "Angka cetakan",
        [Kolom("teks", 36), Kolom("teks", 40), Kolom("teks", 24), Kolom("teks", 40)],
        [kepala],
        baris,
        judul=(f"Angka cetakan tahun {tahun}",),
        kosong="Belum ada angka.",
    )


def angka_cetakan(nama: str, data: bytes, rujukan: PerKunci) -> SemuaAngka:
    """Tiap baris lembar yang kolom tercetaknya terisi, disandingkan.

    `Refused` bila lembarnya tidak terbaca, tanpa kolomnya, atau tanpa satu angka pun.
    """
    try:
        lembar = read(nama, data)
    except LembarRefused as error:
        raise Refused(str(error)) from error
    for satu in lembar:
        kolom, awal = _kolom(satu)
        if kolom:
            hasil = list(_baris(satu, kolom, awal, rujukan))
            break
    else:
        raise Refused(f"“{nama}” tidak memuat kolom Kunci dan Tercetak. {CONTOH}")
    if not hasil:
        raise Refused(f"“{nama}” tidak memuat angka: kolom Tercetak kosong semua.")
    if len(hasil) > TERBANYAK:
        raise Refused(f"Paling banyak {TERBANYAK} angka sekali periksa.")
    return hasil


def _kolom(lembar: Lembar) -> tuple[PetaKolom, int]:
    """Letak kolomnya menurut judulnya, dan nomor baris isi pertamanya."""
    for nomor, sel in enumerate(lembar.baris, 1):
        judul = {}
        for urut, satu in enumerate(sel):
            judul[satu.isi.strip().lower()] = urut
        if KUNCI in judul and TERCETAK in judul:
            return judul, nomor
    return {}, 0


def _baris(
    lembar: Lembar, kolom: PetaKolom, awal: int, rujukan: PerKunci
) -> Iterator[AngkaCetakan]:
    for nomor, sel in enumerate(lembar.baris[awal:], awal + 1):
        tercetak = _tulisan(sel, kolom[TERCETAK])
        kunci = _tulisan(sel, kolom[KUNCI])
        if tercetak:
            tempat = _tulisan(sel, kolom.get(TEMPAT, -1)) or kunci or f"baris {nomor}"
            yield _banding(nomor, kunci, tempat, tercetak, rujukan.get(kunci))


def _tulisan(sel: Sequence[Sel], urut: int) -> str:
    """Angka berjenis angka ditulis cara Indonesia; yang di luar barisnya kosong."""
    if not 0 <= urut < len(sel):
        return ""
    satu = sel[urut]
    if satu.jenis in ("angka", "persen"):
        return dari_asing(satu.isi)
    return satu.isi.strip()


def _banding(
    nomor: int, kunci: str, tempat: str, tercetak: str, angka: Rujukan | None
) -> AngkaCetakan:
    if angka is None:
        return AngkaCetakan(nomor, kunci, tempat, tercetak, "—", TIDAK_DIKENAL)
    tulisan = dari_asing(tercetak) if is_asing(tercetak) else tercetak
    simpulan = bandingkan(tulisan, angka.nilai)
    return AngkaCetakan(nomor, kunci, tempat, tercetak, angka.teks, simpulan.value)
