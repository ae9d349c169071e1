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
        self.rows, self.hasil = rows, hasil
        self.ada = _tercatat(kabupaten)
        self.lama = kode_lama(kabupaten)
        self.hilang: dict[str, str] = {}  # tercatat, tidak ada pada daftar
        berganti: dict[str, str] = {}
        for kode, obj in self.ada.items():
            if kode not in rows and obj.sampai is None:
                self.hilang[kode] = obj.nama
            elif kode in rows and kunci(obj.nama) != kunci(rows[kode].nama):
                berganti[kode] = obj.nama
        baru = {kode: baris.nama for kode, baris in rows.items() if kode not in self.ada}
        self.pasti = _pasti(baru, self.hilang | berganti)

    def bandingkan(self) -> None:
        for kode in sorted(self.rows, key=_tingkat):
            baris, obj = self.rows[kode], self.ada.get(kode)
            if obj is None:
                self._baru(baris)
            else:
                self._lama(baris, obj)
        for kode in sorted(self.hilang):
            self._hilang(kode)
        self.hasil.ubahan.sort(key=lambda u: URUTAN.index(u["aksi"]))

    def _hilang(self, kode: str) -> None:
        lembar = next(iter(self.rows.values())).lembar
        u = {
            "lama": self.hilang[kode],
            "baru": "",
            "lembar": lembar,
            "sel": "",
        }
        pilihan = {
            "pilihan": self._nasib(kode),
            "kosong": "Tetap tercatat",
        }
        self._ubah(HILANG, kode, u | pilihan)

    def _baru(self, baris: BarisWilayah) -> None:
        if self._is_tanpa_induk(baris.kode):
            pesan = f"Kecamatan {baris.kode[:8]} tidak ada pada daftar ini dan belum tercatat."
            self.hasil.kesalahan.append(
                Kesalahan(
                    baris.lembar,
                    f"A{baris.nomor}",
                    baris.kode,
                    pesan,
                )
            )
            return
        u = _isi(baris) | {"titik": _teks(baris.titik)}
        calon = self._calon(baris)
        sama = [self._pilihan(SAMA, kode, "Sama dengan") for kode in calon]
        mekar = self._pemekaran(baris.kode)
        if sama or mekar:
            u["pilihan"] = [
                *sama,
                [BARU, "Wilayah baru"],
                *mekar,
            ]
        if calon:
            u |= {
                "wajib": "1",
                "kosong": "Belum diputuskan",
                "usul": self._usul(baris.kode),
            }
        else:
            u["pilih"] = BARU
        self._ubah(BARU, baris.kode, u)

    def _is_tanpa_induk(self, kode: str) -> bool:
        induk = kode[:8]
        return _is_desa(kode) and induk not in self.ada and induk not in self.rows

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
        return f"{SAMA}:{self.pasti[kode]}" if kode in self.pasti else ""

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
            nama = self.rows[penerima].nama
            pilihan.append(
                [
                    f"{GABUNG}:{penerima}",
                    f"Digabung ke {nama} ({penerima})",
                ]
            )
        return pilihan

    def _pilihan(self, keputusan: str, kode: str, kata: str) -> list[str]:
        """Satu pilihan keputusan: nilai dan labelnya."""
        return [
            f"{keputusan}:{kode}",
            f"{kata} {self.ada[kode].nama} ({kode})",
        ]

    def _lama(self, baris: BarisWilayah, obj: Any) -> None:
        sebelum = len(self.hasil.ubahan)
        isi = _isi(baris) | {"lama": obj.nama}
        if obj.sampai is not None:
            self._ubah(KEMBALI, obj.kode, isi)
        if obj.nama != baris.nama:
            is_ejaan = kunci(obj.nama) == kunci(baris.nama)
            self._ubah(EJAAN if is_ejaan else NAMA, obj.kode, isi)
        if _is_titik_lain(baris, obj):
            lama = "" if obj.lintang is None else f"{obj.lintang} {obj.bujur}"
            self._ubah(
                TITIK,
                obj.kode,
                isi | {"lama": lama, "baru": _teks(baris.titik)},
            )
        self.hasil.sama += len(self.hasil.ubahan) == sebelum

    def _ubah(self, aksi: str, kode: str, isi: dict[str, Any]) -> None:
        nama = self.rows[kode].nama if kode in self.rows else isi["lama"]
        ubahan = {
            "kunci": kode,
            "aksi": aksi,
            "baris": f"{kode} {nama}",
            "judul": JUDUL[aksi],
        }
        tanda = {"beda": "1"} if self._is_menimpa(aksi, kode, isi["lama"]) else {}
        self.hasil.ubahan.append(ubahan | isi | tanda)

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
        setingkat = (
            _setingkat(baru, is_desa),
            _setingkat(lepas, is_desa),
        )
        pasti |= padanan.pasangan_pasti(*setingkat)
    return pasti


def _is_desa(kode: str) -> bool:
    return len(kode) > 8


def _tingkat(kode: str) -> tuple[int, str]:
    """Kecamatan sebelum desa, lalu menurut kodenya."""
    return len(kode), kode


def _setingkat(rows: dict[str, str], is_desa: bool) -> dict[str, str]:
    return {kode: nama for kode, nama in rows.items() if _is_desa(kode) == is_desa}


def _sekecamatan(kode: str, semua: Iterable[str]) -> list[str]:
    """Kode desa yang berawal sama dengan `kode`; kosong bila `kode` kecamatan."""
    if not _is_desa(kode):
        return []
    return [satu for satu in semua if _is_desa(satu) and satu[:8] == kode[:8]]


def _is_titik_lain(baris: BarisWilayah, obj: Any) -> bool:
    if not baris.titik or not isinstance(obj, Desa):
        return False
    return (obj.lintang, obj.bujur) != baris.titik


def _isi(baris: BarisWilayah) -> dict[str, Any]:
    return {
        "lama": "",
        "baru": baris.nama,
        "lembar": baris.lembar,
        "sel": f"A{baris.nomor}",
        "titik": "",
    }


def _teks(titik: Any) -> str:
    return f"{titik[0]} {titik[1]}" if titik else ""
