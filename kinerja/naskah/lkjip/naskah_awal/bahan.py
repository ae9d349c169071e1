"""Bahan naskah awal, dan kalimat yang hanya ditulis bila semua angkanya diketahui."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from accounts.models import Bidang
from core.daerah import Daerah
from kinerja.aturan.belum import is_belum
from kinerja.aturan.teks import rujukan
from kinerja.models import Peraturan
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.tahun.ukuran import Ukuran

SemuaKata = Sequence[str]
# yang hanya mengatur desa, dan yang disebut daerah yang seluruhnya kelurahan sebagai gantinya
PERATURAN_DESA = {
    "Undang-Undang Nomor 6 Tahun 2014",
    "Peraturan Pemerintah Nomor 43 Tahun 2014",
    "Peraturan Menteri Dalam Negeri Nomor 18 Tahun 2018",
}
PERATURAN_KELURAHAN = {
    "Peraturan Pemerintah Nomor 17 Tahun 2018",
    "Peraturan Menteri Dalam Negeri Nomor 130 Tahun 2018",
}
PAPUA = {"Undang-Undang Nomor 21 Tahun 2001"}
# provinsi pada kode daerah → yang hanya berlaku di sana
PERATURAN_PROVINSI = {
    "11": {"Undang-Undang Nomor 11 Tahun 2006"},
    **dict.fromkeys(("91", "92", "93", "94", "95", "96"), PAPUA),
}
NOMOR = re.compile(r"Nomor (\d+).* Tahun (\d{4})")
# urusan yang dijalankan dinas PMD menurut dua suku pertama kode programnya (UU 23/2014)
PMD = "2.13"
URUSAN = {
    "1.06": "sosial",
    "2.08": "pemberdayaan perempuan dan pelindungan anak",
    "2.12": "administrasi kependudukan dan pencatatan sipil",
    PMD: "pemberdayaan masyarakat dan desa",
    "2.14": "pengendalian penduduk dan keluarga berencana",
}


@dataclass(frozen=True)
class Bahan:
    """Tahun kinerja satu kantor dan peraturan yang berlaku pada tahun itu."""

    kinerja: TahunKinerja

    @cached_property
    def peraturan(self) -> tuple[Peraturan, ...]:
        """Acuan bersama dan milik daerahnya sendiri."""
        rows = Peraturan.objects.bagi(self.kinerja.kabupaten)
        berlaku = rows.berlaku(self.kinerja.tahun)
        return tuple(sorted(berlaku, key=_urutan))

    @property
    def is_berdesa(self) -> bool:
        """Kota yang seluruhnya kelurahan tidak punya desa untuk dibina dan diukur.

        Provinsi membina kabupaten dan kotanya.
        """
        if self.kinerja.kabupaten.jenis == Daerah.PROVINSI:
            return True
        return self.banyak("wilayah.desa") > 0 or not self.banyak("wilayah.kelurahan")

    @cached_property
    def landasan(self) -> list[Peraturan]:
        """Yang disebut pada Landasan Hukum, menurut provinsi, desa atau kelurahan daerahnya."""
        return [satu for satu in self.peraturan if self._is_landasan(satu)]

    def _is_landasan(self, peraturan: Peraturan) -> bool:
        """Kekhususan daerahnya, kelurahan bila tidak berdesa, selain itu tandanya."""
        nama = peraturan.nama
        provinsi = self.kinerja.kabupaten.kode[:2]
        if nama in PERATURAN_PROVINSI.get(provinsi, ()):
            return True
        if self.is_berdesa:
            return peraturan.is_landasan
        is_desa = nama in PERATURAN_DESA or peraturan.hal == Peraturan.Hal.INDEKS
        return nama in PERATURAN_KELURAHAN or (peraturan.is_landasan and not is_desa)

    @cached_property
    def bidang(self) -> tuple[str, ...]:
        """Nama bidang dan sekretariatnya."""
        rows = Bidang.objects.filter(perangkat_daerah=self.kinerja.dinas)
        return tuple(rows.values_list("nama", flat=True))

    @cached_property
    def urusan(self) -> tuple[str, ...]:
        """Kode urusan programnya; tanpa program, urusan dinas PMD."""
        semua = []
        for uang in self.kinerja.anggaran.baris:
            semua.append(uang.program.kode[:4])
        dikenal = dict.fromkeys(satu for satu in semua if satu in URUSAN)
        return tuple(dikenal) or (PMD,)

    @cached_property
    def sebutan_urusan(self) -> str:
        """`pemberdayaan masyarakat dan desa`; beberapa urusan disambung."""
        return rangkai([URUSAN[satu] for satu in self.urusan], "serta")

    def ukuran(self, *jenis: str) -> list[Ukuran]:
        """Ukuran indikator sejenis pada tahun laporan."""
        ukur = self.kinerja.pengukuran
        hasil: list[Ukuran] = []
        for satu in ukur.indikator:
            if satu.jenis in jenis:
                hasil.append(ukur.ukur(satu))
        return hasil

    @cached_property
    def sebutan(self) -> dict[str, str]:
        """Sebutan setempat kecamatan, desa dan kelurahan."""
        wilayah = self.kinerja.kabupaten.wilayah
        return {"kecamatan": wilayah.kecamatan, "desa": wilayah.desa, "kelurahan": "kelurahan"}

    @cached_property
    def is_berindikator(self) -> bool:
        """Ada IKU atau IKK pada tahun laporan."""
        return bool(self.ukuran("iku", "ikk"))

    @cached_property
    def is_bertarget(self) -> bool:
        """Ada target pada tahun laporan."""
        semua = self.ukuran("iku", "ikk")
        return any(satu.target_cetak is not None for satu in semua)

    def menurut(self, hal: Peraturan.Hal) -> str:
        """Nama peraturan yang mengatur `hal` pada tahun itu; kosong bila tidak tercatat."""
        semua = [satu.nama for satu in self.peraturan if satu.hal == hal]
        if semua:
            return semua[-1]
        return ""

    def banyak(self, kunci: str) -> int:
        """Bilangan di balik satu rujukan banyaknya."""
        nilai = self.kinerja.rujukan[kunci].nilai
        return int(nilai or 0)

    def is_diketahui(self, teks: str) -> bool:
        """Semua angka yang dirujuknya ada."""
        angka = self.kinerja.rujukan
        return all(satu in angka and not is_belum(angka[satu].teks) for satu in rujukan(teks))

    def kalimat(self, *semua: str) -> str:
        """Kalimat yang dapat dikatakan, disambung menjadi satu paragraf."""
        return " ".join(self.terpilih(semua))

    def terpilih(self, semua: Iterable[str]) -> list[str]:
        """Yang berisi dan angkanya diketahui."""
        return [satu for satu in semua if satu and self.is_diketahui(satu)]


def _urutan(peraturan: Peraturan) -> tuple[int, int, int]:
    """Tingkatan, lalu tahun dan nomor pada namanya; yang tanpa nomor di belakang."""
    cocok = NOMOR.search(peraturan.nama)
    if cocok is None:
        return peraturan.tingkat, peraturan.tahun_awal, 0
    nomor, tahun = cocok.groups()
    return peraturan.tingkat, int(tahun), int(nomor)


def naskah(*paragraf: str) -> str:
    """Paragraf dan daftar yang berisi."""
    return "\n\n".join(filter(None, paragraf))


def rangkai(semua: SemuaKata, kata: str = "dan") -> str:
    """`a, b dan c`."""
    *awal, akhir = semua
    if not awal:
        return akhir
    return f"{', '.join(awal)} {kata} {akhir}"


def butir(semua: SemuaKata, pengantar: str = "") -> str:
    """Daftar butir sesudah pengantarnya; kosong bila tidak ada satu pun."""
    return _daftar([f"- {satu}" for satu in semua], semua, pengantar)


def bernomor(semua: SemuaKata, pengantar: str = "") -> str:
    """Daftar bernomor sesudah pengantarnya; kosong bila tidak ada satu pun."""
    baris = [f"{nomor}. {satu}" for nomor, satu in enumerate(semua, 1)]
    return _daftar(baris, semua, pengantar)


def _daftar(baris: SemuaKata, semua: SemuaKata, pengantar: str) -> str:
    """Satu butir saja melanjutkan pengantarnya sebagai kalimat."""
    if not semua:
        return ""
    if len(semua) == 1 and pengantar:
        satu = semua[0]
        awal = pengantar.removesuffix(":") if ": " in satu else pengantar
        return f"{awal} {satu}"
    return naskah(pengantar, "\n".join(baris))


def berangkai(semua: SemuaKata) -> list[str]:
    """Butir yang bersama-sama satu kalimat: `a;`, `b; dan`, `c.`."""
    hasil = [f"{satu};" for satu in semua]
    if len(hasil) > 1:
        hasil[-2] = f"{semua[-2]}; dan"
    hasil[-1] = f"{semua[-1]}."
    return hasil


def satu_baris(teks: str) -> str:
    """Uraian orang sebagai kalimat: tanpa ganti baris, berakhir titik."""
    kata = " ".join(teks.split())
    if not kata or kata.endswith((".", "!", "?")):
        return kata
    return f"{kata}."
