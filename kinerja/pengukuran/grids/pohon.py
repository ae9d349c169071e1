"""Kisi yang barisnya baris pohon kinerja, dan pemeriksa isiannya."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from accounts.models import Bidang
from core.forms import formfield
from core.grid import Grid, Saringan
from core.grid.kolom import PilihanKolom
from core.querysets import parse_nomor
from kinerja.models import TingkatKualitatif
from kinerja.tahun.pohon import Pohon, Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja

PerIndikator = dict[int, list[TingkatKualitatif]]


class PohonGrid(Grid):
    """Bersama: satu baris per simpul pohon; saringan bidang dan program."""

    judul_baris = "Program / kegiatan / sub kegiatan"
    judul_kode = ("Kode rekening", "Kode sub kegiatan")
    pembagi = "program"

    @cached_property
    def bidang(self) -> list[Bidang]:
        """Bidang yang boleh dilihat pengguna."""
        return list(Bidang.objects.visible_to(self.user))

    @cached_property
    def tingkat(self) -> PerIndikator:
        """Sebutan tiap skala, dari yang terbaik."""
        hasil: PerIndikator = {}
        for tingkat in TingkatKualitatif.objects.visible_to(self.user).order_by("urutan"):
            hasil.setdefault(tingkat.skala_id, []).append(tingkat)
        return hasil

    def filters(self) -> list[Saringan]:
        """Seluruh dinas, atau satu bidang."""
        bidang = []
        for satu in self.bidang:
            bidang.append((str(satu.pk), satu.nama))
        pilihan = [("", "Seluruh dinas"), *bidang]
        terpilih = self.params.get("bidang", "")
        return [
            Saringan("bidang", "Bidang", pilihan, terpilih),
            Saringan("program", "Program", self._program(), self.params.get("program", "")),
        ]

    @cached_property
    def pohon(self) -> Pohon:
        """Dibaca sekali; `nodes` membacanya lagi, sebab sesudah menyimpan angkanya lain."""
        return self._read_pohon()

    def _read_pohon(self) -> Pohon:
        return TahunKinerja(self.kabupaten, self.tahun).pohon

    def _program(self) -> list[PilihanKolom]:
        """Semua program; kegiatan program yang panjang disebut sendiri di bawahnya."""
        pilihan = [("", "Semua program")]
        for program in self.pohon.program:
            pilihan.append((self.kunci(program), self.label(program)))
            if self.is_panjang(len(program.turunan())):
                pilihan += [(self.kunci(anak), f"– {self.label(anak)}") for anak in program.anak]
        return pilihan

    def bagian_pertama(self) -> str:
        """Program pertama, atau kegiatan pertamanya bila programnya saja sudah panjang."""
        for program in self.pohon.program:
            if self.is_panjang(len(program.turunan())) and program.anak:
                return self.kunci(program.anak[0])
            return self.kunci(program)
        return ""

    def nodes(self) -> Sequence[Simpul]:
        """Baris bidang dan program terpilih beserta program dan kegiatan di atasnya."""
        self.pohon = self._read_pohon()
        semua = self._baris_program(self.pohon)
        bidang = parse_nomor(self.params.get("bidang", ""))
        if bidang is None:
            return semua
        return milik_bidang(semua, bidang)

    def _baris_program(self, pohon: Pohon) -> Sequence[Simpul]:
        """Satu program, satu kegiatan dengan programnya di atasnya, atau semuanya."""
        kunci = self.params.get("program", "")
        for program in pohon.program:
            if self.kunci(program) == kunci:
                return program.turunan()
            for kegiatan in program.anak:
                if self.kunci(kegiatan) == kunci:
                    return [program, *program.tambahan, *kegiatan.turunan()]
        return pohon.baris

    def kunci(self, s: Simpul) -> str:
        """Kunci baris; satu tingkat satu tabel."""
        return f"{s.tingkat}-{s.obj.pk}"

    def kode(self, s: Simpul) -> str:
        """Kode program atau kegiatan; baris di bawahnya memakai kode induknya dan urutannya."""
        if s.tingkat == "sub":
            return f"{s.obj.kegiatan.kode}#{s.obj.nomor}"
        if s.tingkat == "tambahan":
            return f"{s.induk.kode} i{s.obj.nomor}"
        return s.obj.kode

    def alias(self, s: Simpul) -> tuple[str, ...]:
        """Sebutan barisnya pada lembar kerja: kode SIPD yang tercetak dan namanya."""
        if s.is_lanjutan:
            return (s.obj.indikator,)
        return tuple(filter(None, (s.obj.kode, s.obj.nama)))

    def label(self, s: Simpul) -> str:
        """Baris lanjutan hanya indikatornya, karena namanya sudah di atasnya."""
        if s.is_lanjutan:
            return f"↳ {s.obj.indikator}"
        return f"{s.obj.kode} {s.obj.nama}".strip()


def isian_model(model: Any, nama: str, **kwargs: Any) -> Any:
    """Pemeriksa isian dari kolom model, boleh kosong."""
    kolom = model._meta.get_field(nama)
    field = formfield(kolom, **kwargs)
    if field is not None:
        field.required = False
    return field
