"""Kisi penanggung: bidang, pejabat dan pelaksana tiap sub kegiatan, untuk perjanjian kinerjanya."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from accounts.models import Bidang, Pejabat
from core.grid import BarisKisi, KolomKisi, Saringan, save_row
from kinerja.models import SubKegiatan
from kinerja.pengukuran.grids import PohonGrid
from kinerja.tahun.pohon import Simpul

# kolom sub kegiatan -> judulnya
JUDUL = {
    "penanggung_jawab": "Bidang",
    "pejabat": "Pejabat eselon IV/JF",
    "pelaksana": "Pelaksana",
}
BELUM = "belum"
ANTARA = " – "  # di antara nama dan jabatan
Pilihan = tuple[tuple[str, str], ...]  # nomor dan tulisannya


class PenanggungGrid(PohonGrid):
    """Satu sub kegiatan satu bidang, satu pejabat dan satu pelaksana; uangnya mengikuti."""

    model = SubKegiatan
    judul = "Penanggung sub kegiatan"
    pengantar = (
        "Perjanjian kinerja memuat uang sub kegiatan yang ditanggung bidang atau orangnya; pagu "
        "tanpa penanggung belum dijanjikan siapa pun."
    )

    def filters(self) -> list[Saringan]:
        """Juga hanya yang penanggungnya belum lengkap."""
        pilihan = [("", "Semua"), (BELUM, "Belum lengkap")]
        kini = self.params.get("penanggung", "")
        saringan = Saringan("penanggung", "Penanggung", pilihan, kini)
        return [*super().filters(), saringan]

    def nodes(self) -> Sequence[Simpul]:
        """Program, kegiatan, dan baris utama sub kegiatannya."""
        utama = []
        for simpul in super().nodes():
            if not simpul.is_lanjutan:
                utama.append(simpul)
        if self.params.get("penanggung") != BELUM:
            return utama
        return list(filter(_is_belum_lengkap, utama))

    def columns(self) -> Sequence[KolomKisi]:
        """Pagu yang ditanggung, lalu penanggungnya."""
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        """Disusun sekali tiap permintaan."""
        kolom = [KolomKisi("pagu", "Pagu (Rp)", "hitung", "Anggaran")]
        for nama, judul in JUDUL.items():
            pilihan = self._orang
            if nama == "penanggung_jawab":
                pilihan = self._bidang
            satu = KolomKisi(nama, judul, "pilihan", "Penanggung", pilihan=pilihan)
            kolom.append(satu)
        return tuple(kolom)

    @cached_property
    def _bidang(self) -> Pilihan:
        """Bidang yang tampak bagi pengguna."""
        hasil = []
        for satu in self.bidang:
            hasil.append((str(satu.pk), satu.nama))
        return tuple(hasil)

    @cached_property
    def _orang(self) -> Pilihan:
        """Orang dinas yang menjabat pada tahun itu, dan yang telanjur disebut."""
        awal = datetime.date(self.tahun, 1, 1)
        akhir = datetime.date(self.tahun, 12, 31)
        is_belum_berakhir = Q(sampai=None) | Q(sampai__gte=awal)
        is_menjabat = Q(mulai__lte=akhir) & is_belum_berakhir
        milik = SubKegiatan.objects.in_pohon(self.kabupaten, self.tahun)
        sub = milik.order_by()
        is_pejabat = Q(pk__in=sub.values("pejabat"))
        is_pelaksana = Q(pk__in=sub.values("pelaksana"))
        semua = Pejabat.objects.visible_to(self.user)
        is_dinas = Q(pk__in=semua.of_dinas().order_by().values("pk"))
        rows = semua.filter((is_dinas & is_menjabat) | is_pejabat | is_pelaksana)
        rows = rows.exclude(is_kepala_daerah=True)
        return _bernama(rows.order_by("nama"))

    def rows(self) -> list[BarisKisi]:
        """Terkunci atau tidaknya sama bagi semua baris."""
        sebab = SubKegiatan.lock_for(self.kabupaten.kode, self.tahun)
        return [self._baris(simpul, sebab) for simpul in self.nodes()]

    def _baris(self, simpul: Simpul, sebab: str) -> BarisKisi:
        """Program dan kegiatan hanya membawahkan; penanggungnya per sub kegiatan."""
        baris = BarisKisi(
            self.kunci(simpul),
            self.label(simpul),
            {"pagu": simpul.pagu},
            simpul.obj.get_absolute_url(),
            self.kode(simpul),
            sebab_lock=sebab,
            obj=simpul.obj,
        )
        if simpul.tingkat != "sub":
            baris.gaya = "kelompok"
            baris.read_only = True
            return baris
        for kolom in JUDUL:
            nomor = _nomor(simpul, kolom)
            baris.isi[kolom] = str(nomor or "")
        return baris

    def parse(self, row: BarisKisi, kolom: KolomKisi, teks: str) -> Any:
        """Nomor pilihannya, atau namanya bila ditempel."""
        tulisan = teks.strip()
        if not tulisan or tulisan in dict(kolom.pilihan):
            return tulisan
        cocok = []
        for nomor, label in kolom.pilihan:
            if _is_disebut(tulisan, label):
                cocok.append(nomor)
        if len(cocok) == 1:
            return cocok[0]
        pesan = f"“{tulisan}” tidak ada di antara pilihan kolom {kolom.label}."
        if cocok:
            pesan = f"“{tulisan}” nama {len(cocok)} orang; tulis bersama jabatannya."
        raise ValidationError(pesan)

    def store(
        self,
        baris: BarisKisi,
        nilai: dict[str, Any],
        *,
        note: str,
    ) -> None:
        """Baris indikator tambahannya ikut, karena uangnya satu sub kegiatan."""
        isi = {}
        for kolom, nomor in nilai.items():
            isi[kolom] = self._terpilih(kolom, nomor)
        utama = baris.obj
        for sub in (utama, *utama.baris.all()):
            save_row(sub, isi, by=self.user, note=note)

    def _terpilih(self, kolom: str, nomor: str) -> Bidang | Pejabat | None:
        """Barisnya menurut nomor yang sudah dicocokkan dengan pilihannya."""
        if not nomor:
            return None
        if kolom == "penanggung_jawab":
            return Bidang.objects.get(pk=nomor)
        return Pejabat.objects.get(pk=nomor)


def _nomor(simpul: Simpul, kolom: str) -> int | None:
    """Nomor penanggung pada `kolom`; `None` bila belum disebut."""
    nomor: int | None = getattr(simpul.obj, f"{kolom}_id")
    return nomor


def _is_belum_lengkap(simpul: Simpul) -> bool:
    """Salah satu penanggung sub kegiatannya belum disebut."""
    for sub in simpul.baris_sub:
        nomor = [_nomor(sub, kolom) for kolom in JUDUL]
        if None in nomor and not sub.is_lanjutan:
            return True
    return False


def _bernama(rows: Iterable[Pejabat]) -> Pilihan:
    """Namanya; yang senama disebut bersama jabatannya."""
    semua = list(rows)
    banyak = Counter(satu.nama for satu in semua)
    hasil = []
    for satu in semua:
        label = satu.nama
        if banyak[label] > 1:
            label = f"{label}{ANTARA}{satu.jabatan}"
        hasil.append((str(satu.pk), label))
    return tuple(hasil)


def _is_disebut(tulisan: str, label: str) -> bool:
    """Seluruh tulisannya, atau namanya saja; tanpa beda huruf besar."""
    baku = tulisan.lower()
    utuh = label.lower()
    nama, _, _ = utuh.partition(ANTARA)
    return baku in (utuh, nama)
