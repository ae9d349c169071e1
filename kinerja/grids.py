"""Kisi Rencana Aksi dan evaluasinya: baris pohon kinerja, uang dijumlahkan ke atas dan tidak pernah diketik di sana."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError

from accounts.models import Bidang
from core.display import KOSONG
from core.forms import formfield
from core.grid import Baris, Grid, Kolom, Saringan, save_row
from core.periode import TRIWULAN as NAMA
from kinerja.models import (
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    RencanaAksi,
    SubKegiatan,
)
from kinerja.models.rencana import KOLOM_BULAN
from kinerja.rencana import (
    TRIWULAN,
    jumlah,
    jumlah_bulan,
    jumlah_uang,
    masalah_bulan,
    per_triwulan,
    target_cetak,
    terlapor,
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


class RencanaAksiGrid(PohonGrid):
    """Rencana Aksi seperti naskahnya; dua belas bulan satu baris tersimpan bersama bila berjumlah 100."""

    model = RencanaAksi
    judul = "Rencana aksi"
    judul_nama = ("Indikator kegiatan",)
    judul_abai = ("No", "Sasaran strategis", "Indikator kinerja", "Target kinerja sasaran (%)")
    pengantar = (
        "Dua belas bulan tiap baris berjumlah 100 % atau kosong seluruhnya, dan tersimpan saat barisnya ditinggalkan. "
        "Anggaran diketik pada sub kegiatan; program dan kegiatan dijumlahkan."
    )

    def columns(self) -> Sequence[Kolom]:
        return self._columns

    @cached_property
    def _columns(self) -> tuple[Kolom, ...]:
        bulan = [
            Kolom(nama, str(n), "persen", f"TW {ROMAWI[(n - 1) // 3]}", utuh="bulan", field=_field(RencanaAksi, nama))
            for n, nama in enumerate(KOLOM_BULAN, start=1)
        ]
        jumlah = [Kolom(f"tw_{n}", f"TW {ROMAWI[n - 1]}", "hitung", "Jumlah (%)") for n in TRIWULAN]
        pilihan = tuple((str(b.pk), b.nama) for b in self.bidang)
        uang = Kolom("pagu", "Pagu murni (Rp)", "rupiah", "Anggaran", field=_field(SubKegiatan, "pagu"))
        return (
            Kolom("indikator", "Indikator", "baca", "Keluaran"),
            Kolom("target", "Target", "baca", "Keluaran"),
            Kolom("aksi", "Aksi kegiatan", "uraian", "Keluaran", field=_field(RencanaAksi, "aksi")),
            *bulan,
            *jumlah,
            Kolom("setahun", "Setahun", "hitung", "Jumlah (%)"),
            replace(uang, alias=("Anggaran", "Anggaran (Rp)"), is_jumlah=True),
            Kolom("penanggung_jawab", "Penanggung jawab", "pilihan", "Pelaksana", pilihan=pilihan),
            Kolom("keterangan", "Ket", "teks", "Pelaksana", field=_field(RencanaAksi, "keterangan")),
        )

    def rows(self) -> list[Baris]:
        reason = RencanaAksi.lock_for(self.kabupaten.kode, self.tahun)
        return [self.row(s, reason) for s in self.nodes()]

    def row(self, s: Simpul, reason: str) -> Baris:
        keluaran = {
            "indikator": s.obj.indikator,
            "target": target_cetak(s.obj.target, s.obj.satuan),
            "pagu": s.pagu_murni,
        }
        url = s.obj.get_absolute_url()
        if s.tingkat != "sub":
            jawab = str(s.induk.penanggung_jawab or "")
            isi = keluaran | {"penanggung_jawab": jawab}
            alias = (s.obj.indikator if s.is_lanjutan else s.obj.nama,)
            return Baris(self.key(s), self.label(s), isi, url, self.kode(s), alias, gaya="kelompok", hanya_baca=True)
        rencana = s.rencana
        triwulan = {f"tw_{n}": v for n, v in zip(TRIWULAN, per_triwulan(s.bulan), strict=True)}
        isi = {
            **keluaran,
            "aksi": rencana.aksi if rencana else "",
            **dict(zip(KOLOM_BULAN, s.bulan, strict=True)),
            **triwulan,
            "setahun": jumlah_bulan(s.bulan),
            "penanggung_jawab": str(s.obj.penanggung_jawab_id or ""),
            "keterangan": rencana.keterangan if rencana else "",
        }
        obj = rencana or RencanaAksi(sub_kegiatan=s.obj)
        alias = (s.obj.indikator if s.is_lanjutan else s.obj.nama,)
        return Baris(self.key(s), self.label(s), isi, url, self.kode(s), alias, reason, obj=obj)

    def store(self, baris: Baris, nilai: dict[str, Any], *, note: str) -> None:
        """Pagu dan penanggung jawab milik sub kegiatannya; selain itu milik rencana aksinya."""
        rencana: RencanaAksi = baris.obj
        milik_sub = {name: nilai[name] for name in ("pagu", "penanggung_jawab") if name in nilai}
        if "penanggung_jawab" in milik_sub:
            milik_sub["penanggung_jawab"] = self._bidang(milik_sub["penanggung_jawab"])
        milik_rencana = {name: value for name, value in nilai.items() if name not in milik_sub}
        if milik_sub:
            save_row(rencana.sub_kegiatan, milik_sub, by=self.user, note=note)
        if milik_rencana:
            bulan = [milik_rencana.get(name, getattr(rencana, name)) for name in KOLOM_BULAN]
            if masalah := masalah_bulan([None if b is None else int(b) for b in bulan]):
                diubah = {name: [masalah] for name in milik_rencana if name in KOLOM_BULAN}
                raise ValidationError(diubah or [masalah])
            save_row(rencana, milik_rencana, by=self.user, note=note)

    def _bidang(self, pk: str) -> Bidang | None:
        return next((b for b in self.bidang if str(b.pk) == str(pk)), None)


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

    def columns(self) -> Sequence[Kolom]:
        return self._columns

    @cached_property
    def _columns(self) -> tuple[Kolom, ...]:
        target = (
            Kolom("target", "Target", "baca", "Target"),
            Kolom("pagu", "Pagu (Rp)", "hitung", "Target"),
        )
        tampak = (self.triwulan,) if self.triwulan else TRIWULAN
        isian = [kolom for n in tampak for kolom in self._triwulan(n)]
        hasil = (
            Kolom("jumlah_k", "K", "hitung", "Jumlah"),
            Kolom("jumlah_rp", "Rp", "hitung", "Jumlah"),
            Kolom("persen_k", "K", "hitung", "% realisasi"),
            Kolom("persen_rp", "Rp", "hitung", "% realisasi"),
            Kolom("simpangan", "Fisik − uang", "hitung", "Simpangan"),
        )
        return (*target, *isian, *hasil)

    def _triwulan(self, n: int) -> list[Kolom]:
        judul = NAMA[n]
        angka = [
            Kolom(f"k_{n}", "K", "desimal", judul, field=_field(PengukuranSub, "kinerja")),
            Kolom(f"rp_{n}", "Rp", "rupiah", judul, is_jumlah=True, field=_field(PengukuranSub, "keuangan")),
        ]
        if not self.triwulan:
            return angka
        label = {f.name: str(f.verbose_name).capitalize() for f in PengukuranSub._meta.fields}
        return angka + [
            Kolom(f"{nama}_{n}", label[nama], "uraian", judul, field=_field(PengukuranSub, nama))
            for nama in self.URAIAN
        ]

    def column_lock(self, kolom: Kolom) -> str:
        triwulan = kolom.nama[-1]
        return self._locks.get(int(triwulan), "") if triwulan.isdecimal() else ""

    @cached_property
    def _locks(self) -> dict[int, str]:
        """Alasan tiap triwulan tertutup; sama bagi semua baris."""
        return {n: PengukuranSub.lock_for(self.kabupaten.kode, self.tahun, n) for n in TRIWULAN}

    def rows(self) -> list[Baris]:
        return [self.row(s) for s in self.nodes()]

    def row(self, s: Simpul) -> Baris:
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
        return Baris(self.key(s), self.label(s), isi, url, self.kode(s), obj=s, **lain)

    def belum(self, s: Simpul) -> str:
        """Triwulan yang direncanakan tetapi tanpa hasil dan tanpa penjelasan, di antara yang sudah diisi."""
        kurang = [ROMAWI[n - 1] for n in TRIWULAN if n in s.ukur and s.perlu_penjelasan(n)]
        return f"TW {', '.join(kurang)}: direncanakan, tanpa hasil; tulis penjelasannya." if kurang else ""

    def totals(self, rows: Iterable[Baris]) -> dict[str, str]:
        """Uang baris sub kegiatan yang tampak, dengan kelengkapannya."""
        sub = [row.obj.evaluasi for row in rows if row.obj.tingkat == "sub"]
        total = jumlah_uang(jumlah(e.target.rp for e in sub), sub)
        uang = {f"rp_{n}": t.rp for n, t in zip(TRIWULAN, total.triwulan, strict=True)}
        uang["jumlah_rp"] = total.jumlah.rp
        tampil = {kolom.nama: kolom for kolom in self.columns()}
        tulisan = {nama: tampil[nama].text(nilai) or KOSONG for nama, nilai in uang.items() if nama in tampil}
        return {"target": terlapor(total, sub).kalimat, **tulisan}

    def store(self, baris: Baris, nilai: dict[str, Any], *, note: str) -> None:
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
