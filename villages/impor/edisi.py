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
from villages.impor.tercatat import is_titik_lain, tercatat, titik, tulisan_titik
from villages.impor.wilayah import BarisWilayah
from villages.nama import kunci
from villages.sources import kode_lama

PerKode = dict[str, str]
SemuaKode = list[str]
Pilihan = list[str]  # keputusan, kode dan kata-katanya
Ubahan = dict[str, Any]  # sebagaimana tersimpan pada impornya
BARU = "baru"
NAMA = "nama"
EJAAN = "ejaan"
TITIK = "titik"
HILANG = "hilang"
KEMBALI = "kembali"
JUDUL = {  # menurut urutan pada pratinjau
    NAMA: "Ganti nama",
    EJAAN: "Ganti ejaan",
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


def check(kabupaten: Kabupaten, tabel: Sequence[Tabel]) -> Hasil:
    """Semua ubahan, keputusan yang diminta, dan masalah; tidak menyimpan apa pun."""
    hasil = Hasil()
    rows = wilayah.read(kabupaten, tabel, hasil)
    hasil.banyak_baris = len(rows)
    if rows:
        Edisi(kabupaten, rows, hasil).bandingkan()
    return hasil


class Edisi:
    """Daftar terbaca di samping wilayah tercatat, dibaca sekali."""

    def __init__(
        self,
        kabupaten: Kabupaten,
        rows: dict[str, BarisWilayah],
        hasil: Hasil,
    ) -> None:
        self.rows = rows
        self.hasil = hasil
        self.ada = tercatat(kabupaten)
        self.lama = kode_lama(kabupaten)
        self.hilang = self._tidak_terdaftar()
        baru = {}
        for kode, baris in rows.items():
            if kode not in self.ada:
                baru[kode] = baris.nama
        lepas = self.hilang | self._berganti_nama()
        self.pasti = padanan.semua_pasti(baru, lepas)

    def _tidak_terdaftar(self) -> PerKode:
        """Nama yang masih berlaku tetapi tidak ada pada daftar yang memuat tingkatnya."""
        panjang = set(map(len, self.rows))
        hilang = {}
        for kode, obj in self.ada.items():
            is_setingkat = len(kode) in panjang
            if is_setingkat and kode not in self.rows and obj.sampai is None:
                hilang[kode] = obj.nama
        return hilang

    def _berganti_nama(self) -> PerKode:
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
            self._record_tanpa_induk(baris)
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

    def _record_tanpa_induk(self, baris: BarisWilayah) -> None:
        kecamatan = baris.kode[:8]
        kesalahan = Kesalahan(
            lembar=baris.lembar,
            sel=f"A{baris.nomor}",
            isi=baris.kode,
            pesan=f"Kecamatan {kecamatan} tidak ada pada daftar ini dan belum tercatat.",
        )
        self.hasil.kesalahan.append(kesalahan)

    def _pilihan_baru(self, kode: str, calon: SemuaKode) -> Ubahan:
        """Wilayah lama yang mungkin sama, wilayah baru, atau pemekaran; kosong bila hanya baru."""
        sama = [self._pilihan(SAMA, satu, "Sama dengan") for satu in calon]
        mekar = self._pemekaran(kode)
        if not sama and not mekar:
            return {}
        baru = [BARU, "Wilayah baru"]
        return {"pilihan": [*sama, baru, *mekar]}

    def _is_tanpa_induk(self, kode: str) -> bool:
        """Desa yang kecamatannya tidak tercatat dan tidak ada pada daftar."""
        if not padanan.is_desa(kode):
            return False
        induk = kode[:8]
        return induk not in self.ada and induk not in self.rows

    def _calon(self, baris: BarisWilayah) -> SemuaKode:
        """Kode tercatat yang mungkin wilayah ini, tanpa kembar."""
        kode = baris.kode
        setingkat = padanan.setingkat(self.hilang, padanan.is_desa(kode))
        awal = self.pasti.get(kode[:8], "")
        serupa = padanan.calon(
            kode,
            baris.nama,
            setingkat,
            awal=(awal,),
            dekat=self._dekat(baris),
        )
        semua = [self.pasti.get(kode, ""), self.lama.get(kode, ""), *serupa]
        boleh = self.hilang.keys() | self.pasti.values()
        return [satu for satu in dict.fromkeys(semua) if satu in boleh]

    def _dekat(self, baris: BarisWilayah) -> SemuaKode:
        """Yang tidak terdaftar lagi dan titiknya berdekatan dengan titik baris itu."""
        dekat = []
        for kode in self.hilang:
            lama = titik(self.ada[kode])
            if baris.titik and lama and padanan.is_dekat(baris.titik, lama):
                dekat.append(kode)
        return dekat

    def _usul(self, kode: str) -> str:
        """Keputusan yang diusulkan: hanya bila padanannya pasti."""
        if kode not in self.pasti:
            return ""
        return f"{SAMA}:{self.pasti[kode]}"

    def _pemekaran(self, kode: str) -> list[Pilihan]:
        """Desa berlaku sekecamatan yang mungkin asalnya."""
        if not padanan.is_desa(kode):
            return []
        berlaku = []
        for satu, obj in self.ada.items():
            if obj.sampai is None:
                berlaku.append(satu)
        asal = sorted(padanan.sekecamatan(kode, berlaku))
        return [self._pilihan(MEKAR, satu, "Pemekaran dari") for satu in asal]

    def _nasib(self, kode: str) -> list[Pilihan]:
        """Pilihan bagi wilayah yang tidak ada pada daftar; tanpa pilihan ia tetap tercatat."""
        pilihan = [[AKHIR, BERAKHIR]]
        for penerima in sorted(padanan.sekecamatan(kode, self.rows)):
            nilai = f"{GABUNG}:{penerima}"
            nama = self.rows[penerima].nama
            pilihan.append([nilai, f"Digabung ke {nama} ({penerima})"])
        return pilihan

    def _pilihan(self, keputusan: str, kode: str, kata: str) -> Pilihan:
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
        if obj.nama.casefold() != baris.nama.casefold():
            is_ejaan = kunci(obj.nama) == kunci(baris.nama)
            aksi = EJAAN if is_ejaan else NAMA
            self._ubah(aksi, obj.kode, isi)
        if is_titik_lain(baris, obj):
            letak = {"lama": tulisan_titik(obj), "baru": baris.tulisan_titik}
            self._ubah(TITIK, obj.kode, isi | letak)
        if len(self.hasil.ubahan) == sebelum:
            self.hasil.sama += 1

    def _ubah(self, aksi: str, kode: str, isi: Ubahan) -> None:
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


def _tingkat(kode: str) -> tuple[int, str]:
    """Kecamatan sebelum desa, lalu menurut kodenya."""
    return len(kode), kode


def _urutan(ubahan: Ubahan) -> int:
    """Tempat aksinya pada pratinjau."""
    return URUTAN.index(ubahan["aksi"])
