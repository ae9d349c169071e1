"""Kisi desa × indikator IDM, atau desa × aspek Indeks Desa."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from core.audit import Refused
from core.forms import BilanganField
from core.grid import BarisKisi, KolomKisi
from idm import deret
from idm.actions.isian import instrumen_tahun, jawab, rubrik
from idm.grids.dasar import BerlakuGrid, berlaku
from idm.indeks import IDM
from idm.models import Instrumen, IsianIdm
from idm.models.berlaku import per_desa
from idm.models.ukuran import tabel_hasil
from idm.sources import susunan
from idm.susunan import Susunan
from villages.models import Desa


class SkorField(BilanganField):
    """Hanya skor yang ada pada rubrik indikatornya."""

    def __init__(self, skor: Sequence[int]) -> None:
        """`skor` yang ada pada rubriknya."""
        super().__init__(required=False)
        self.skor = skor

    def clean(self, value: Any) -> Any:
        """Sel kosong berarti belum dijawab."""
        nilai = super().clean(value)
        if nilai is None or nilai in self.skor:
            return nilai
        ada = ", ".join(map(str, self.skor))
        sebab = f"tidak ada pada rubrik; yang ada {ada}."
        raise ValidationError(f"Skor {nilai} {sebab}")


class IsianGrid(BerlakuGrid):
    """Skor semua indikator.

    Yang sudah lengkap dihitung dengan rumus yang sama seperti kuesioner.
    """

    model = IsianIdm
    judul = "Isian per indikator atau aspek"
    pengantar = (
        "Satu baris per desa, satu kolom per indikator IDM atau aspek Indeks Desa. Hanya skor yang "
        "ada pada rubrik yang diterima; aspek yang rubriknya belum diketahui menerima 1 sampai 5. "
        "Isiannya draf; yang berlaku berganti sesudah diverifikasi."
    )

    @cached_property
    def instrumen(self) -> Instrumen | None:
        """Dibaca sekali tiap kisi."""
        return instrumen_tahun(self.tahun)

    @cached_property
    def indikator(self) -> list[Any]:
        """Kosong bila tahun itu tanpa instrumen berbutir."""
        if self.instrumen:
            return list(rubrik(self.instrumen).values())
        return []

    @property
    def sebutan(self) -> str:
        """Nama ukurannya."""
        if self.instrumen:
            return self.instrumen.indeks
        return IDM.singkatan

    @cached_property
    def _columns(self) -> list[KolomKisi]:
        """Hitungannya di depan, agar tampak tanpa digeser."""
        hitung = [
            KolomKisi(nama="terjawab", label="Terjawab", jenis="baca"),
            KolomKisi(nama="idm", label=f"{self.sebutan} draf", jenis="hitung"),
            KolomKisi(nama="status", label="Status draf", jenis="baca"),
            KolomKisi(nama="berlaku", label=f"{self.sebutan} berlaku", jenis="baca"),
        ]
        skor = [_kolom_skor(satu) for satu in self.indikator]
        return [*hitung, *skor]

    def columns(self) -> Sequence[KolomKisi]:
        """Tetap selama satu permintaan."""
        return self._columns

    def rows(self) -> list[BarisKisi]:
        """Draf tiap desa, atau skor yang berlaku bila belum ada drafnya."""
        if self.instrumen is None:
            return []
        desa = self.desa()
        saring = {"desa__in": desa, "tahun": self.tahun}
        isian = per_desa(IsianIdm.objects.filter(**saring))
        tabel = tabel_hasil(self.instrumen)
        hasil = per_desa(tabel.objects.filter(**saring))
        sebab_lock = IsianIdm.lock_for(self.kabupaten.kode, self.tahun)
        dipakai = susunan(self.instrumen)
        baris = []
        for satu in desa:
            draf = isian.get(satu.pk)
            berlaku_kini = hasil.get(satu.pk)
            baris_desa = self._baris(satu, draf, berlaku_kini, sebab_lock, dipakai)
            baris.append(baris_desa)
        return baris

    def _baris(
        self,
        desa: Desa,
        isian: IsianIdm | None,
        hasil: Any,
        sebab_lock: str,
        dipakai: Susunan,
    ) -> BarisKisi:
        """Deret satu desa dengan hasil sementaranya."""
        banyak = len(self.indikator)
        skor = _tercatat(isian, hasil, banyak)
        nilai = dipakai.hasil(skor)
        obj = isian or IsianIdm(tahun=self.tahun, skor=skor)
        obj.desa = desa
        obj.instrumen = self.instrumen
        isi: dict[str, Any] = {}
        for satu in self.indikator:
            kolom = f"s{satu.posisi}"
            isi[kolom] = deret.skor(skor, satu.posisi)
        isi |= {
            "terjawab": f"{nilai.terjawab} dari {nilai.banyak}",
            "idm": nilai.nilai,
            "status": (nilai.status or "").title(),
            "berlaku": berlaku(hasil, dipakai.desimal),
        }
        is_terverifikasi = obj.status == IsianIdm.StatusIsian.DIVERIFIKASI
        if is_terverifikasi and not sebab_lock:
            sebab_lock = "Sudah diverifikasi; minta dikembalikan bila harus diubah."
        return self.baris(
            desa,
            isi,
            sebab_lock=sebab_lock,
            gaya="" if nilai.terjawab else "belum",
            obj=obj,
        )

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        """Satu desa sekaligus: semua skornya tersimpan atau tidak satu pun."""
        semua = nilai.items()
        kosong = [nama for nama, skor in semua if skor is None]
        if kosong:
            pesan = "Skor yang sudah diisi diganti, bukan dikosongkan."
            raise ValidationError(dict.fromkeys(kosong, pesan))
        jawaban = {}
        for nama, skor in nilai.items():
            posisi = int(nama[1:])
            jawaban[posisi] = skor
        try:
            jawab(isian=baris.obj, jawaban=jawaban, by=self.user, note=note)
        except Refused as error:
            raise ValidationError(str(error)) from error


def _tercatat(isian: IsianIdm | None, hasil: Any, banyak: int) -> str:
    """Drafnya, atau yang berlaku; kosong semua bila bukan sepanjang instrumennya."""
    tercatat = ""
    if isian:
        tercatat = isian.skor
    elif hasil:
        tercatat = hasil.deret
    if len(tercatat) != banyak:
        return deret.kosong(banyak)
    return tercatat


def _kolom_skor(indikator: Any) -> KolomKisi:
    """Judulnya nomor dan nama; kriterianya sebagai bantuan."""
    kriteria = list(indikator.kriteriaskor_set.all())
    kriteria.sort(key=lambda k: k.skor)
    arti = []
    for satu in kriteria:
        arti.append(f"{satu.skor}: {satu.kriteria}")
    bantuan = "; ".join(reversed(arti))
    nama = indikator.nama.removeprefix("Skor ")
    label = f"{indikator.posisi}. {nama}"
    kelompok = f"{indikator.indeks} {indikator.dimensi}"
    alias = (indikator.kode, indikator.nama, str(indikator.posisi))
    if indikator.instrumen.is_dimensi:
        label = f"{indikator.kode} {nama}" if indikator.nomor else nama
        kelompok = indikator.indikator or indikator.dimensi
        alias = (indikator.kode, str(indikator))
        bantuan = bantuan or "Rubrik belum diketahui: 1 sampai 5."
    return KolomKisi(
        nama=f"s{indikator.posisi}",
        label=label,
        kelompok=kelompok,
        bantuan=bantuan,
        field=SkorField(indikator.tersedia),
        alias=alias,
    )
