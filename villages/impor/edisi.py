"""Satu edisi daftar kode dibandingkan dengan wilayah yang tercatat.

Kode yang dikenal tetap wilayah yang sama. Kode baru yang mungkin wilayah lama, dan wilayah yang
tidak ada pada daftar, diputuskan orang dari pilihan pada pratinjaunya.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from accounts.models import Kabupaten
from documents.impor import Hasil, Kesalahan
from documents.pembaca import Tabel
from villages import padanan
from villages.impor import wilayah
from villages.impor.wilayah import BarisWilayah
from villages.models import Desa, Kecamatan
from villages.nama import kunci
from villages.sources import kode_lama

BARU = "baru"
NAMA = "nama"
EJAAN = "ejaan"
TITIK = "titik"
HILANG = "hilang"
KEMBALI = "kembali"
JUDUL = {  # menurut urutan pada pratinjau
    NAMA: "Ganti nama",
    EJAAN: "Ganti nama (ejaan)",
    BARU: "Wilayah baru",
    KEMBALI: "Berlaku lagi",
    HILANG: "Tidak ada lagi",
    TITIK: "Titik tengah",
}
URUTAN = list(JUDUL)
SAMA = "sama"
MEKAR = "mekar"
AKHIR = "akhir"
GABUNG = "gabung"
BERAKHIR = "Tidak ada lagi; pada edisi lama: belum ada"


def periksa(kabupaten: Kabupaten, tabel: Sequence[Tabel]) -> Hasil:
    """Semua ubahan, keputusan yang diminta, dan masalah; tidak menyimpan apa pun."""
    hasil = Hasil()
    rows = wilayah.baca(kabupaten, tabel, hasil)
    hasil.banyak_baris = len(rows)
    if rows:
        Edisi(kabupaten, rows, hasil).bandingkan()
    return hasil


class Edisi:
    """Daftar terbaca di samping wilayah tercatat, dibaca sekali."""

    def __init__(self, kabupaten: Kabupaten, rows: dict[str, BarisWilayah], hasil: Hasil) -> None:
        self.rows = rows
        self.hasil = hasil
        self.ada = _tercatat(kabupaten)
        self.lama = kode_lama(kabupaten)
        self.hilang = self._tidak_terdaftar()
        baru = {}
        for kode, baris in rows.items():
            if kode not in self.ada:
                baru[kode] = baris.nama
        lepas = self.hilang | self._berganti_nama()
        self.pasti = _pasti(baru, lepas)

    def _tidak_terdaftar(self) -> dict[str, str]:
        """Nama yang masih berlaku tetapi tidak ada pada daftar yang memuat tingkatnya."""
        panjang = set(map(len, self.rows))
        hilang = {}
        for kode, obj in self.ada.items():
            is_setingkat = len(kode) in panjang
            if is_setingkat and kode not in self.rows and obj.sampai is None:
                hilang[kode] = obj.nama
        return hilang

    def _berganti_nama(self) -> dict[str, str]:
        """Nama tercatat yang pada daftar lain, bukan sekadar ejaannya."""
        berganti = {}
        for kode, obj in self.ada.items():
            if kode not in self.rows:
                continue
            nama = self.rows[kode].nama
            if kunci(nama) != kunci(obj.nama):
                berganti[kode] = obj.nama
        return berganti

    def bandingkan(self) -> None:
        """Kecamatan sebelum desanya; yang hilang sesudah semua yang ada."""
        for kode in sorted(self.rows, key=_tingkat):
            baris = self.rows[kode]
            obj = self.ada.get(kode)
            if obj is None:
                self._baru(baris)
            else:
                self._lama(baris, obj)
        for kode in sorted(self.hilang):
            self._hilang(kode)
        self.hasil.ubahan.sort(key=_urutan)

    def _hilang(self, kode: str) -> None:
        """Wilayah yang tidak ada pada daftar; nasibnya diputuskan orang."""
        pertama = next(iter(self.rows.values()))
        isi = {
            "lama": self.hilang[kode],
            "baru": "",
            "lembar": pertama.lembar,
            "sel": "",
            "pilihan": self._nasib(kode),
            "kosong": "Tetap tercatat",
        }
        self._ubah(HILANG, kode, isi)

    def _baru(self, baris: BarisWilayah) -> None:
        """Kode yang belum tercatat: wilayah baru, kecuali ada calon wilayah lamanya."""
        if self._is_tanpa_induk(baris.kode):
            self._catat_tanpa_induk(baris)
            return
        calon = self._calon(baris)
        isi = baris.ubahan()
        isi["titik"] = baris.tulisan_titik
        isi |= self._pilihan_baru(baris.kode, calon)
        if calon:
            isi["wajib"] = "1"
            isi["kosong"] = "Belum diputuskan"
            isi["usul"] = self._usul(baris.kode)
        else:
            isi["pilih"] = BARU
        self._ubah(BARU, baris.kode, isi)

    def _catat_tanpa_induk(self, baris: BarisWilayah) -> None:
        kecamatan = baris.kode[:8]
        kesalahan = Kesalahan(
            lembar=baris.lembar,
            sel=f"A{baris.nomor}",
            isi=baris.kode,
            pesan=f"Kecamatan {kecamatan} tidak ada pada daftar ini dan belum tercatat.",
        )
        self.hasil.kesalahan.append(kesalahan)

    def _pilihan_baru(self, kode: str, calon: list[str]) -> dict[str, Any]:
        """Wilayah lama yang mungkin sama, wilayah baru, atau pemekaran; kosong bila hanya baru."""
        sama = [self._pilihan(SAMA, satu, "Sama dengan") for satu in calon]
        mekar = self._pemekaran(kode)
        if not sama and not mekar:
            return {}
        baru = [BARU, "Wilayah baru"]
        return {"pilihan": [*sama, baru, *mekar]}

    def _is_tanpa_induk(self, kode: str) -> bool:
        """Desa yang kecamatannya tidak tercatat dan tidak ada pada daftar."""
        if not _is_desa(kode):
            return False
        induk = kode[:8]
        return induk not in self.ada and induk not in self.rows

    def _calon(self, baris: BarisWilayah) -> list[str]:
        """Kode tercatat yang mungkin wilayah ini, tanpa kembar."""
        kode = baris.kode
        setingkat = _setingkat(self.hilang, _is_desa(kode))
        serupa = padanan.calon(kode, baris.nama, setingkat)
        semua = [
            self.pasti.get(kode, ""),
            self.lama.get(kode, ""),
            *serupa,
        ]
        boleh = self.hilang.keys() | self.pasti.values()
        return [satu for satu in dict.fromkeys(semua) if satu in boleh]

    def _usul(self, kode: str) -> str:
        """Keputusan yang diusulkan: hanya bila padanannya pasti."""
        if kode not in self.pasti:
            return ""
        return f"{SAMA}:{self.pasti[kode]}"

    def _pemekaran(self, kode: str) -> list[list[str]]:
        """Desa berlaku sekecamatan yang mungkin asalnya."""
        if not _is_desa(kode):
            return []
        berlaku = [satu for satu, obj in self.ada.items() if obj.sampai is None]
        asal = sorted(_sekecamatan(kode, berlaku))
        return [self._pilihan(MEKAR, satu, "Pemekaran dari") for satu in asal]

    def _nasib(self, kode: str) -> list[list[str]]:
        """Pilihan bagi wilayah yang tidak ada pada daftar; tanpa pilihan ia tetap tercatat."""
        pilihan = [[AKHIR, BERAKHIR]]
        for penerima in sorted(_sekecamatan(kode, self.rows)):
            nilai = f"{GABUNG}:{penerima}"
            nama = self.rows[penerima].nama
            pilihan.append([nilai, f"Digabung ke {nama} ({penerima})"])
        return pilihan

    def _pilihan(self, keputusan: str, kode: str, kata: str) -> list[str]:
        """Satu pilihan keputusan: nilai dan labelnya."""
        nilai = f"{keputusan}:{kode}"
        nama = self.ada[kode].nama
        return [nilai, f"{kata} {nama} ({kode})"]

    def _lama(self, baris: BarisWilayah, obj: Any) -> None:
        """Kode yang tercatat: dapat berganti nama, bergeser titiknya, atau berlaku lagi."""
        sebelum = len(self.hasil.ubahan)
        isi = baris.ubahan()
        isi["lama"] = obj.nama
        if obj.sampai is not None:
            self._ubah(KEMBALI, obj.kode, isi)
        if obj.nama != baris.nama:
            is_ejaan = kunci(obj.nama) == kunci(baris.nama)
            aksi = EJAAN if is_ejaan else NAMA
            self._ubah(aksi, obj.kode, isi)
        if _is_titik_lain(baris, obj):
            titik = {"lama": _titik_tercatat(obj), "baru": baris.tulisan_titik}
            self._ubah(TITIK, obj.kode, isi | titik)
        if len(self.hasil.ubahan) == sebelum:
            self.hasil.sama += 1

    def _ubah(self, aksi: str, kode: str, isi: dict[str, Any]) -> None:
        """Satu baris pratinjau."""
        nama = isi["lama"]
        if kode in self.rows:
            nama = self.rows[kode].nama
        ubahan = {
            "kunci": kode,
            "aksi": aksi,
            "baris": f"{kode} {nama}",
            "judul": JUDUL[aksi],
        }
        ubahan |= isi
        if self._is_menimpa(aksi, kode, isi["lama"]):
            ubahan["beda"] = "1"
        self.hasil.ubahan.append(ubahan)

    def _is_menimpa(self, aksi: str, kode: str, lama: str) -> bool:
        """Ganti nama dan titik lain menimpa isi lama, jadi hanya diterapkan bila diminta."""
        if aksi == NAMA:
            return kode not in self.pasti.values()  # yang dilepas mungkin milik wilayah lain kini
        return aksi == TITIK and bool(lama)


def _tercatat(kabupaten: Kabupaten) -> dict[str, Any]:
    """Kecamatan, desa dan kelurahan menurut kodenya kini."""
    kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan")
    return {obj.kode: obj for obj in (*kecamatan, *desa)}


def _pasti(baru: dict[str, str], lepas: dict[str, str]) -> dict[str, str]:
    """Kode baru → kode lama yang namanya tunggal di kedua sisi, tiap tingkat sendiri."""
    pasti: dict[str, str] = {}
    for is_desa in (False, True):
        baru_setingkat = _setingkat(baru, is_desa)
        lepas_setingkat = _setingkat(lepas, is_desa)
        pasti |= padanan.pasangan_pasti(baru_setingkat, lepas_setingkat)
    return pasti


def _is_desa(kode: str) -> bool:
    return len(kode) > 8


def _tingkat(kode: str) -> tuple[int, str]:
    """Kecamatan sebelum desa, lalu menurut kodenya."""
    return len(kode), kode


def _urutan(ubahan: dict[str, Any]) -> int:
    """Tempat aksinya pada pratinjau."""
    return URUTAN.index(ubahan["aksi"])


def _setingkat(rows: dict[str, str], is_desa: bool) -> dict[str, str]:
    hasil = {}
    for kode, nama in rows.items():
        if _is_desa(kode) == is_desa:
            hasil[kode] = nama
    return hasil


def _sekecamatan(kode: str, semua: Iterable[str]) -> list[str]:
    """Kode desa yang berawal sama dengan `kode`; kosong bila `kode` kecamatan."""
    if not _is_desa(kode):
        return []
    kecamatan = kode[:8]
    desa = filter(_is_desa, semua)
    return [satu for satu in desa if satu[:8] == kecamatan]


def _is_titik_lain(baris: BarisWilayah, obj: Any) -> bool:
    """Hanya desa yang bertitik."""
    if not baris.titik or not isinstance(obj, Desa):
        return False
    return (obj.lintang, obj.bujur) != baris.titik


def _titik_tercatat(obj: Any) -> str:
    if obj.lintang is None:
        return ""
    return f"{obj.lintang} {obj.bujur}"
