"""Satu edisi daftar kode dibandingkan dengan wilayah yang tercatat.

Kode yang dikenal tetap wilayah yang sama. Kode baru yang mungkin wilayah lama, dan wilayah yang
tidak ada pada daftar, diputuskan orang dari pilihan pada pratinjaunya.
"""

from collections.abc import Sequence
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

BARU, NAMA, EJAAN, TITIK, HILANG, KEMBALI = "baru", "nama", "ejaan", "titik", "hilang", "kembali"
JUDUL = {  # menurut urutan pada pratinjau
    NAMA: "Ganti nama", EJAAN: "Ganti nama (ejaan)", BARU: "Wilayah baru", KEMBALI: "Berlaku lagi",
    HILANG: "Tidak ada lagi", TITIK: "Titik tengah",
}  # fmt: skip
SAMA, MEKAR, AKHIR, GABUNG = "sama", "mekar", "akhir", "gabung"


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
        desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten).select_related("kecamatan")
        kecamatan = Kecamatan.objects.filter(kabupaten=kabupaten)
        self.rows, self.hasil = rows, hasil
        self.ada: dict[str, Any] = {obj.kode: obj for obj in (*kecamatan, *desa)}
        self.lama = kode_lama(kabupaten)
        self.hilang = {
            kode: obj.nama
            for kode, obj in self.ada.items()
            if kode not in rows and obj.sampai is None
        }
        berganti = {
            kode: obj.nama
            for kode, obj in self.ada.items()
            if kode in rows and kunci(obj.nama) != kunci(rows[kode].nama)
        }
        baru = {kode: baris.nama for kode, baris in rows.items() if kode not in self.ada}
        lepas = self.hilang | berganti
        self.pasti: dict[str, str] = {}
        for is_desa in (False, True):
            self.pasti |= padanan.pasangan_pasti(
                _setingkat(baru, is_desa), _setingkat(lepas, is_desa)
            )

    def bandingkan(self) -> None:
        for kode in sorted(self.rows, key=lambda kode: (len(kode), kode)):
            baris, obj = self.rows[kode], self.ada.get(kode)
            if obj is None:
                self._baru(baris)
            else:
                self._lama(baris, obj)
        lembar = next(iter(self.rows.values())).lembar
        for kode, nama in sorted(self.hilang.items()):
            u = {"lama": nama, "baru": "", "lembar": lembar, "sel": ""}
            self._ubah(HILANG, kode, u | {"pilihan": self._nasib(kode), "kosong": "Tetap tercatat"})

        urutan = list(JUDUL)
        self.hasil.ubahan.sort(key=lambda u: urutan.index(u["aksi"]))

    def _baru(self, baris: BarisWilayah) -> None:
        kode, sel = baris.kode, f"A{baris.nomor}"
        induk = kode[:8]
        if len(kode) > 8 and induk not in self.ada and induk not in self.rows:
            pesan = f"Kecamatan {induk} tidak ada pada daftar ini dan belum tercatat."
            self.hasil.kesalahan.append(Kesalahan(baris.lembar, sel, kode, pesan))
            return
        u = _isi(baris) | {"titik": _teks(baris.titik)}
        calon = self._calon(baris)
        pilihan = [[f"{SAMA}:{k}", f"Sama dengan {self._sebut(k)}"] for k in calon]
        asal = self._sekecamatan(induk) if len(kode) > 8 else []
        mekar = [[f"{MEKAR}:{k}", f"Pemekaran dari {self._sebut(k)}"] for k in asal]
        if pilihan or mekar:
            u["pilihan"] = [*pilihan, [BARU, "Wilayah baru"], *mekar]
        if calon:
            u |= {"wajib": "1", "kosong": "Belum diputuskan", "usul": self._usul(kode)}
        else:
            u["pilih"] = BARU
        self._ubah(BARU, kode, u)

    def _calon(self, baris: BarisWilayah) -> list[str]:
        """Kode tercatat yang mungkin wilayah ini, tanpa kembar."""
        setingkat = _setingkat(self.hilang, len(baris.kode) > 8)
        semua = [
            self.pasti.get(baris.kode),
            self.lama.get(baris.kode),
            *padanan.calon(baris.kode, baris.nama, setingkat),
        ]
        boleh = self.hilang.keys() | self.pasti.values()
        return list(dict.fromkeys(kode for kode in semua if kode in boleh))  # type: ignore[misc]

    def _usul(self, kode: str) -> str:
        return f"{SAMA}:{self.pasti[kode]}" if kode in self.pasti else ""

    def _sekecamatan(self, induk: str) -> list[str]:
        return sorted(
            k for k, obj in self.ada.items() if len(k) > 8 and k[:8] == induk and obj.sampai is None
        )

    def _nasib(self, kode: str) -> list[list[str]]:
        """Pilihan bagi wilayah yang tidak ada pada daftar; tanpa pilihan ia tetap tercatat."""
        penerima = [k for k in self.rows if len(kode) > 8 and len(k) > 8 and k[:8] == kode[:8]]
        gabung = [
            [f"{GABUNG}:{k}", f"Digabung ke {self.rows[k].nama} ({k})"] for k in sorted(penerima)
        ]
        return [[AKHIR, "Tidak ada lagi"], *gabung]

    def _sebut(self, kode: str) -> str:
        return f"{self.ada[kode].nama} ({kode})"

    def _lama(self, baris: BarisWilayah, obj: Any) -> None:
        sebelum = len(self.hasil.ubahan)
        isi = _isi(baris) | {"lama": obj.nama}
        if obj.sampai is not None:
            self._ubah(KEMBALI, obj.kode, isi)
        if obj.nama != baris.nama:
            aksi = EJAAN if kunci(obj.nama) == kunci(baris.nama) else NAMA
            self._ubah(aksi, obj.kode, isi)
        if baris.titik and isinstance(obj, Desa) and (obj.lintang, obj.bujur) != baris.titik:
            lama = "" if obj.lintang is None else f"{obj.lintang} {obj.bujur}"
            self._ubah(TITIK, obj.kode, isi | {"lama": lama, "baru": _teks(baris.titik)})
        self.hasil.sama += len(self.hasil.ubahan) == sebelum

    def _ubah(self, aksi: str, kode: str, isi: dict[str, Any]) -> None:
        """Ganti nama dan titik lain menimpa isi lama, jadi hanya diterapkan bila diminta."""
        is_lepas = kode in self.pasti.values()  # kodenya mungkin milik wilayah lain kini
        beda = (aksi == NAMA and not is_lepas) or (aksi == TITIK and isi["lama"])
        nama = self.rows[kode].nama if kode in self.rows else isi["lama"]
        ubahan = {
            "kunci": kode,
            "aksi": aksi,
            "baris": f"{kode} {nama}",
            "judul": JUDUL[aksi],
        } | isi
        self.hasil.ubahan.append(ubahan | ({"beda": "1"} if beda else {}))


def _setingkat(rows: dict[str, str], is_desa: bool) -> dict[str, str]:
    return {kode: nama for kode, nama in rows.items() if (len(kode) > 8) == is_desa}


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
