"""Kisi IDM: desa × indikator, desa × dimensi Indeks Desa, dan biaya tiap langkah."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.angka import format_angka
from core.audit import Refused
from core.forms import AngkaField, BilanganField
from core.grid import BarisKisi, Grid, KolomKisi, Saringan
from idm import deret, scoring
from idm.actions.biaya import simpan_biaya
from idm.actions.dimensi import instrumen_dimensi, simpan_poin
from idm.actions.isian import instrumen_tahun, jawab, rubrik
from idm.models import BiayaLangkah, IdmDesa, IndeksDesa, Instrumen, IsianIdm, PoinDimensi
from idm.scoring import DESIMAL, DESIMAL_DIMENSI
from villages.grids.lembaga import WilayahGrid, saringan_kecamatan
from villages.models import Desa


class SkorField(BilanganField):
    """Hanya skor yang ada pada rubrik indikatornya."""

    def __init__(self, skor: Sequence[int]) -> None:
        super().__init__(required=False)
        self.skor = skor

    def clean(self, value: Any) -> Any:
        nilai = super().clean(value)
        if nilai is not None and nilai not in self.skor:
            raise ValidationError(
                f"Skor {nilai} tidak ada pada rubrik; yang ada {', '.join(map(str, self.skor))}."
            )
        return nilai


class DesaGrid(WilayahGrid):
    """Dasar kisi yang tiap barisnya satu desa, disaring menurut kecamatan."""

    judul_baris = "Desa"
    judul_abai = ("Kecamatan",)

    def filters(self) -> list[Saringan]:
        return [saringan_kecamatan(self.user, self.tahun, self.params.get("kecamatan", ""))]

    def desa(self) -> list[Desa]:
        rows = (
            Desa.objects.visible_to(self.user)
            .desa_on(self.tahun)
            .select_related("kecamatan__kabupaten")
        )
        kecamatan = self.params.get("kecamatan", "")
        if kecamatan.isdecimal():
            rows = rows.filter(kecamatan_saat=kecamatan)
        return list(rows.order_by("kode_saat"))


class IsianGrid(DesaGrid):
    """Skor semua indikator; yang sudah lengkap dihitung dengan rumus yang sama seperti kuesioner."""

    model = IsianIdm
    judul = "Isian IDM per indikator"
    pengantar = (
        "Satu baris per desa, satu kolom per indikator. Hanya skor yang ada pada rubrik yang diterima. "
        "Isiannya draf; IDM yang berlaku berganti sesudah diverifikasi."
    )

    @cached_property
    def instrumen(self) -> Instrumen | None:
        return instrumen_tahun(self.tahun)

    @cached_property
    def indikator(self) -> list[Any]:
        return list(rubrik(self.instrumen).values()) if self.instrumen else []

    @cached_property
    def _columns(self) -> list[KolomKisi]:
        hitung = [
            KolomKisi("terjawab", "Terjawab", "baca"),
            KolomKisi("idm", "IDM draf", "hitung"),
            KolomKisi("status", "Status draf", "baca"),
            KolomKisi("berlaku", "IDM berlaku", "baca"),
        ]
        return [*hitung, *(_kolom_skor(i) for i in self.indikator)]

    def columns(self) -> Sequence[KolomKisi]:
        return self._columns

    def rows(self) -> list[BarisKisi]:
        if self.instrumen is None:
            return []
        desa = self.desa()
        isian = {i.desa_id: i for i in IsianIdm.objects.filter(desa__in=desa, tahun=self.tahun)}
        hasil = {r.desa_id: r for r in IdmDesa.objects.filter(desa__in=desa, tahun=self.tahun)}
        lock_reason = IsianIdm.lock_for(self.kabupaten.kode, self.tahun)
        indeks, ambang = [i.indeks for i in self.indikator], self.instrumen.ambang()
        return [
            self._baris(d, isian.get(d.pk), hasil.get(d.pk), lock_reason, indeks, ambang)
            for d in desa
        ]

    def _baris(
        self, d: Desa, isian: Any, hasil: Any, lock_reason: str, indeks: list[str], ambang: Any
    ) -> BarisKisi:
        skor = (
            isian.skor if isian else hasil.skor if hasil and len(hasil.skor) == len(indeks) else ""
        )
        skor = skor if len(skor) == len(indeks) else deret.kosong(len(indeks))
        nilai = deret.hasil(skor, indeks, ambang)
        obj = isian or IsianIdm(desa=d, tahun=self.tahun, instrumen=self.instrumen, skor=skor)
        obj.desa, obj.instrumen = d, self.instrumen
        isi = {f"s{i.posisi}": deret.skor(skor, i.posisi) for i in self.indikator}
        isi |= {
            "terjawab": f"{nilai.terjawab} dari {nilai.banyak}",
            "idm": nilai.idm,
            "status": (nilai.status or "").title(),
            "berlaku": _berlaku(hasil, hasil.idm if hasil else None, DESIMAL),
        }
        if not lock_reason and obj.status == IsianIdm.Status.DIVERIFIKASI:
            lock_reason = "Sudah diverifikasi; minta dikembalikan bila harus diubah."
        gaya = "" if nilai.terjawab else "belum"
        return BarisKisi(
            str(d.pk),
            d.nama_saat,
            isi,
            url=d.get_absolute_url(),
            kode=d.kode_saat,
            lock_reason=lock_reason,
            gaya=gaya,
            obj=obj,
        )

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        kosong = [nama for nama, skor in nilai.items() if skor is None]
        if kosong:
            raise ValidationError(
                dict.fromkeys(kosong, "Skor yang sudah diisi diganti, bukan dikosongkan.")
            )
        try:
            jawab(
                isian=baris.obj,
                jawaban={int(nama[1:]): skor for nama, skor in nilai.items()},
                by=self.user,
                note=note,
            )
        except Refused as error:
            raise ValidationError(str(error)) from error


def _berlaku(hasil: Any, nilai: Any, desimal: int) -> str:
    return f"{format_angka(nilai, desimal)} {hasil.get_status_display()}" if hasil else ""


def _kolom_skor(i: Any) -> KolomKisi:
    skor = sorted(k.skor for k in i.kriteriaskor_set.all())
    bantuan = "; ".join(
        f"{k.skor}: {k.kriteria}" for k in sorted(i.kriteriaskor_set.all(), key=lambda k: -k.skor)
    )
    return KolomKisi(
        f"s{i.posisi}",
        f"{i.posisi}. {i.nama.removeprefix('Skor ')}",
        kelompok=f"{i.indeks} {i.dimensi}",
        bantuan=bantuan,
        field=SkorField(skor),
        alias=(i.kode, i.nama, str(i.posisi)),
    )


class PoinGrid(DesaGrid):
    """Draf poin tiap dimensi Indeks Desa; skor dan statusnya terhitung begitu semuanya terisi."""

    model = PoinDimensi
    judul = "Indeks Desa per dimensi"
    pengantar = (
        "Poin tiap dimensi menurut hasil pendataan. Skor = jumlah poin / jumlah poin tertinggi × 100. "
        "Isiannya draf; Indeks Desa yang berlaku berganti sesudah diverifikasi. "
        "Status Indeks Desa tidak dibandingkan dengan status IDM."
    )

    @cached_property
    def instrumen(self) -> Instrumen | None:
        return instrumen_dimensi(self.tahun)

    @cached_property
    def dimensi(self) -> list[Any]:
        return list(self.instrumen.dimensiindeks_set.all()) if self.instrumen else []

    @cached_property
    def _columns(self) -> list[KolomKisi]:
        poin = [_kolom_poin(d) for d in self.dimensi]
        hitung = [
            KolomKisi("skor", "Skor draf", "hitung"),
            KolomKisi("status", "Status draf", "baca"),
            KolomKisi("berlaku", "Indeks Desa berlaku", "baca"),
        ]
        return [*poin, *hitung]

    def columns(self) -> Sequence[KolomKisi]:
        return self._columns

    def rows(self) -> list[BarisKisi]:
        if self.instrumen is None:
            return []
        desa = self.desa()
        poin: dict[int, dict[int, Any]] = {}
        for p in PoinDimensi.objects.filter(
            desa__in=desa, tahun=self.tahun, dimensi__in=self.dimensi
        ):
            poin.setdefault(p.desa_id, {})[p.dimensi_id] = p.poin
        hasil = {h.desa_id: h for h in IndeksDesa.objects.filter(desa__in=desa, tahun=self.tahun)}
        lock_reason = PoinDimensi.lock_for(self.kabupaten.kode, self.tahun)
        ambang = self.instrumen.ambang()
        return [
            self._baris(d, poin.get(d.pk, {}), hasil.get(d.pk), lock_reason, ambang) for d in desa
        ]

    def _baris(
        self, d: Desa, poin: dict[int, Any], hasil: Any, lock_reason: str, ambang: Any
    ) -> BarisKisi:
        isi = {f"d{satu.posisi}": poin.get(satu.pk) for satu in self.dimensi}
        terisi = {satu.kode: poin[satu.pk] for satu in self.dimensi if satu.pk in poin}
        skor = scoring.skor_dimensi(terisi, {satu.kode: satu.maksimum for satu in self.dimensi})
        isi |= {
            "skor": skor,
            "status": "" if skor is None else scoring.status(skor, ambang).title(),
            "berlaku": _berlaku(hasil, hasil.skor if hasil else None, DESIMAL_DIMENSI),
        }
        gaya = "" if poin else "belum"
        return BarisKisi(
            str(d.pk),
            d.nama_saat,
            isi,
            url=d.get_absolute_url(),
            kode=d.kode_saat,
            lock_reason=lock_reason,
            gaya=gaya,
            obj=d,
        )

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        per_posisi = {d.posisi: d for d in self.dimensi}
        simpan_poin(
            desa=baris.obj,
            tahun=self.tahun,
            poin={per_posisi[int(nama[1:])]: isi for nama, isi in nilai.items()},
            by=self.user,
            note=note,
        )


def _kolom_poin(d: Any) -> KolomKisi:
    field = AngkaField(
        required=False, min_value=0, max_value=d.maksimum, max_digits=7, decimal_places=2
    )
    return KolomKisi(
        f"d{d.posisi}",
        f"{d.nama} (paling tinggi {d.maksimum})",
        "desimal",
        field=field,
        alias=(d.nama, d.kode),
    )


class BiayaGrid(Grid):
    """Perkiraan biaya menaikkan satu indikator satu desa ke tiap skor; kosong berarti belum diketahui."""

    model = BiayaLangkah
    judul = "Biaya langkah IDM"
    judul_baris = "Indikator"
    pengantar = (
        "Perkiraan biaya satu langkah ke skor itu, dari skor di bawahnya. Dipakai mencari jalan termurah; "
        "langkah yang biayanya kosong tidak ikut dihitung."
    )
    SKOR = (1, 2, 3, 4, 5)

    def columns(self) -> Sequence[KolomKisi]:
        biaya = [KolomKisi(f"b{s}", f"Ke skor {s}", "rupiah", field=_rupiah()) for s in self.SKOR]
        return [
            KolomKisi("dimensi", "Dimensi", "baca"),
            KolomKisi("pelaksana", "Dapat dibiayai", "baca"),
            *biaya,
        ]

    def rows(self) -> list[BarisKisi]:
        instrumen = instrumen_tahun(self.tahun)
        if instrumen is None:
            return []
        biaya = BiayaLangkah.objects.visible_to(self.user).per_indikator(self.kabupaten)
        return [self._baris(i, biaya.get(i.pk, {})) for i in rubrik(instrumen).values()]

    def _baris(self, i: Any, biaya: dict[int, int]) -> BarisKisi:
        ada = {k.skor for k in i.kriteriaskor_set.all()}
        isi: dict[str, Any] = {
            f"b{s}": biaya.get(s) for s in self.SKOR if s in ada and s > min(ada)
        }
        isi |= {"dimensi": f"{i.indeks} {i.dimensi}", "pelaksana": i.pelaksana_teks}
        return BarisKisi(str(i.pk), i.nama, isi, url=i.get_absolute_url(), kode=i.kode, obj=i)

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        biaya = {int(nama[1:]): isi for nama, isi in nilai.items()}
        simpan_biaya(
            kabupaten=self.kabupaten, indikator=baris.obj, biaya=biaya, by=self.user, note=note
        )


def _rupiah() -> forms.Field:
    return BilanganField(required=False, min_value=0, max_value=10**15)
