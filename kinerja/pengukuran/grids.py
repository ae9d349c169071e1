"""Kisi pengukuran: baris pohon kinerja, uang dijumlahkan ke atas dan tidak pernah diketik di sana."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import Bidang
from core.display import KOSONG
from core.forms import formfield
from core.grid import BarisKisi, Grid, KolomKisi, Saringan, save_row
from core.periode import TRIWULAN as NAMA
from kinerja.aturan.rencana import (
    TRIWULAN,
    jumlah,
    jumlah_uang,
    target_cetak,
    terlapor,
)
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
)
from kinerja.tahun.pohon import Simpul, milik_bidang
from kinerja.tahun.tahun_kinerja import TahunKinerja

ROMAWI = ("I", "II", "III", "IV")


PENGUKURAN = {
    "program": PengukuranProgram,
    "kegiatan": PengukuranKegiatan,
    "sub": PengukuranSub,
    "tambahan": PengukuranTambahan,
}


class PohonGrid(Grid):
    """Bersama: satu baris per simpul pohon; saringan bidang."""

    judul_baris = "Program / kegiatan / sub kegiatan"

    @cached_property
    def bidang(self) -> list[Bidang]:
        return list(Bidang.objects.visible_to(self.user))

    def filters(self) -> list[Saringan]:
        pilihan = [("", "Seluruh dinas"), *((str(b.pk), b.nama) for b in self.bidang)]
        return [Saringan("bidang", "Bidang", pilihan, self.params.get("bidang", ""))]

    def nodes(self) -> Sequence[Simpul]:
        semua = TahunKinerja(self.kabupaten, self.tahun).pohon.baris
        bidang = self.params.get("bidang", "")
        if not bidang.isdecimal():
            return semua
        return milik_bidang(semua, int(bidang))

    def key(self, s: Simpul) -> str:
        return f"{s.tingkat}-{s.obj.pk}"

    def kode(self, s: Simpul) -> str:
        """Kode program atau kegiatan; baris di bawahnya memakai kode induknya dan urutannya."""
        if s.tingkat == "sub":
            return f"{s.obj.kegiatan.kode}#{s.obj.nomor}"
        return f"{s.induk.kode} i{s.obj.nomor}" if s.tingkat == "tambahan" else s.obj.kode

    def label(self, s: Simpul) -> str:
        return f"{s.obj.kode} {s.obj.nama}".strip() if not s.is_lanjutan else f"↳ {s.obj.indikator}"


class EvaluasiGrid(PohonGrid):
    """Realisasi K dan Rp tiap triwulan; satu triwulan dapat dibuka dengan penjelasan dan tindak lanjutnya."""

    model = PengukuranSub
    judul = "Pengukuran dan evaluasi"
    pengantar = (
        "K diisi pada tiap baris; Rp hanya pada sub kegiatan dan dijumlahkan ke atas. Pilih satu triwulan untuk "
        "menulis penjelasan, faktor, dan tindak lanjutnya."
    )
    URAIAN = ("penjelasan", "pendorong", "penghambat", "tindak_lanjut")

    @property
    def triwulan(self) -> int:
        pilihan = self.params.get("triwulan", "")
        return int(pilihan) if pilihan in {"1", "2", "3", "4"} else 0

    def filters(self) -> list[Saringan]:
        pilihan = [("", "Setahun"), *((str(n), NAMA[n]) for n in TRIWULAN)]
        return [*super().filters(), Saringan("triwulan", "Triwulan", pilihan, str(self.triwulan or ""))]

    def columns(self) -> Sequence[KolomKisi]:
        return self._columns

    @cached_property
    def _columns(self) -> tuple[KolomKisi, ...]:
        target = (
            KolomKisi("target", "Target", "baca", "Target"),
            KolomKisi("pagu", "Pagu (Rp)", "hitung", "Target"),
        )
        tampak = (self.triwulan,) if self.triwulan else TRIWULAN
        isian = [kolom for n in tampak for kolom in self._triwulan(n)]
        hasil = (
            KolomKisi("jumlah_k", "K", "hitung", "Jumlah"),
            KolomKisi("jumlah_rp", "Rp", "hitung", "Jumlah"),
            KolomKisi("persen_k", "K", "hitung", "% realisasi"),
            KolomKisi("persen_rp", "Rp", "hitung", "% realisasi"),
            KolomKisi("simpangan", "Fisik − uang", "hitung", "Simpangan"),
        )
        return (*target, *isian, *hasil)

    def _triwulan(self, n: int) -> list[KolomKisi]:
        judul = NAMA[n]
        angka = [
            KolomKisi(f"k_{n}", "K", "desimal", judul, field=_field(PengukuranSub, "kinerja")),
            KolomKisi(f"rp_{n}", "Rp", "rupiah", judul, is_jumlah=True, field=_field(PengukuranSub, "keuangan")),
        ]
        if not self.triwulan:
            return angka
        label = {f.name: str(f.verbose_name).capitalize() for f in PengukuranSub._meta.fields}
        return angka + [
            KolomKisi(f"{nama}_{n}", label[nama], "uraian", judul, field=_field(PengukuranSub, nama))
            for nama in self.URAIAN
        ]

    def column_lock(self, kolom: KolomKisi) -> str:
        triwulan = kolom.nama[-1]
        return self._locks.get(int(triwulan), "") if triwulan.isdecimal() else ""

    @cached_property
    def _locks(self) -> dict[int, str]:
        """Alasan tiap triwulan tertutup; sama bagi semua baris."""
        return {n: PengukuranSub.lock_for(self.kabupaten.kode, self.tahun, n) for n in TRIWULAN}

    def rows(self) -> list[BarisKisi]:
        return [self.row(s) for s in self.nodes()]

    def row(self, s: Simpul) -> BarisKisi:
        e = s.evaluasi
        isi: dict[str, Any] = {"target": target_cetak(s.obj.target, s.obj.satuan), "pagu": e.target.rp}
        for n, angka in zip(TRIWULAN, e.triwulan, strict=True):
            isi |= {f"k_{n}": angka.k, f"rp_{n}": angka.rp}
            if s.tingkat == "sub":
                isi |= {f"{nama}_{n}": getattr(s.ukur.get(n), nama, "") for nama in self.URAIAN}
        isi |= {"jumlah_k": e.jumlah.k, "jumlah_rp": e.jumlah.rp, "simpangan": e.simpangan}
        isi |= {"persen_k": e.persen.k, "persen_rp": e.persen.rp}
        is_sub = s.tingkat == "sub"
        tetap = frozenset() if is_sub else frozenset(f"rp_{n}" for n in TRIWULAN)
        pesan = "" if not is_sub else self.belum(s)
        gaya, url = "" if is_sub else "kelompok", s.obj.get_absolute_url()
        lain = {"gaya": gaya, "pesan": pesan, "tetap": tetap}
        return BarisKisi(self.key(s), self.label(s), isi, url, self.kode(s), obj=s, **lain)

    def belum(self, s: Simpul) -> str:
        """Triwulan yang direncanakan tetapi tanpa hasil dan tanpa penjelasan, di antara yang sudah diisi."""
        kurang = [ROMAWI[n - 1] for n in TRIWULAN if n in s.ukur and s.perlu_penjelasan(n)]
        return f"TW {', '.join(kurang)}: direncanakan, tanpa hasil; tulis penjelasannya." if kurang else ""

    def totals(self, rows: Iterable[BarisKisi]) -> dict[str, str]:
        """Uang baris sub kegiatan yang tampak, dengan kelengkapannya."""
        sub = [row.obj.evaluasi for row in rows if row.obj.tingkat == "sub"]
        total = jumlah_uang(jumlah(e.target.rp for e in sub), sub)
        uang = {f"rp_{n}": t.rp for n, t in zip(TRIWULAN, total.triwulan, strict=True)}
        uang["jumlah_rp"] = total.jumlah.rp
        tampil = {kolom.nama: kolom for kolom in self.columns()}
        tulisan = {nama: tampil[nama].text(nilai) or KOSONG for nama, nilai in uang.items() if nama in tampil}
        return {"target": terlapor(total, sub).kalimat, **tulisan}

    def store(self, baris: BarisKisi, nilai: dict[str, Any], *, note: str) -> None:
        s: Simpul = baris.obj
        per_triwulan_nilai: dict[int, dict[str, Any]] = {}
        for name, value in nilai.items():
            kolom, _, n = name.rpartition("_")
            per_triwulan_nilai.setdefault(int(n), {})[{"k": "kinerja", "rp": "keuangan"}.get(kolom, kolom)] = value
        for n, isi in per_triwulan_nilai.items():
            obj = s.ukur.get(n) or self._baru(s, n)
            try:
                save_row(obj, isi, by=self.user, note=note)
            except ValidationError as error:
                raise ValidationError([f"{NAMA[n]}: {pesan}" for pesan in error.messages]) from error

    def _baru(self, s: Simpul, n: int) -> Any:
        model = PENGUKURAN[s.tingkat]
        return model(**{model.induk_field: s.obj}, triwulan=n)


def _field(model: Any, name: str) -> Any:
    """Pemeriksa isian dari kolom model, boleh kosong."""
    field = formfield(model._meta.get_field(name))
    if field is not None:
        field.required = False
    return field
