"""Kisi desa × dimensi Indeks Desa."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from core.forms import AngkaField
from core.grid import BarisKisi, KolomKisi
from idm import scoring
from idm.actions.dimensi import instrumen_dimensi, simpan_poin
from idm.grids.dasar import DesaGrid, berlaku, per_desa
from idm.models import IndeksDesa, Instrumen, PoinDimensi
from idm.scoring import DESIMAL_DIMENSI
from villages.models import Desa


class PoinGrid(DesaGrid):
    """Draf poin tiap dimensi Indeks Desa; skor dan statusnya terhitung begitu semuanya terisi."""

    model = PoinDimensi
    judul = "Indeks Desa per dimensi"
    pengantar = (
        "Poin tiap dimensi menurut hasil pendataan. "
        "Skor = jumlah poin / jumlah poin tertinggi × 100. "
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
        saring = {"desa__in": desa, "tahun": self.tahun}
        poin: dict[int, dict[int, Any]] = {}
        for satu in PoinDimensi.objects.filter(**saring, dimensi__in=self.dimensi):
            poin.setdefault(satu.desa_id, {})[satu.dimensi_id] = satu.poin
        hasil = per_desa(IndeksDesa.objects.filter(**saring))
        lock_reason = PoinDimensi.lock_for(self.kabupaten.kode, self.tahun)
        ambang = self.instrumen.ambang()
        baris = []
        for satu in desa:
            tercatat = (poin.get(satu.pk, {}), hasil.get(satu.pk))
            baris.append(self._baris(satu, *tercatat, lock_reason, ambang))
        return baris

    def _baris(
        self,
        desa: Desa,
        poin: dict[int, Any],
        hasil: IndeksDesa | None,
        lock_reason: str,
        ambang: Any,
    ) -> BarisKisi:
        isi = {f"d{satu.posisi}": poin.get(satu.pk) for satu in self.dimensi}
        terisi = {satu.kode: poin[satu.pk] for satu in self.dimensi if satu.pk in poin}
        maksimum = {satu.kode: satu.maksimum for satu in self.dimensi}
        skor = scoring.skor_dimensi(terisi, maksimum)
        isi |= {
            "skor": skor,
            "status": "" if skor is None else scoring.status(skor, ambang).title(),
            "berlaku": berlaku(hasil, "skor", DESIMAL_DIMENSI),
        }
        return self.baris(
            desa,
            isi,
            lock_reason=lock_reason,
            gaya="" if poin else "belum",
            obj=desa,
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
        required=False,
        min_value=0,
        max_value=d.maksimum,
        max_digits=7,
        decimal_places=2,
    )
    return KolomKisi(
        f"d{d.posisi}",
        f"{d.nama} (paling tinggi {d.maksimum})",
        "desimal",
        field=field,
        alias=(d.nama, d.kode),
    )
