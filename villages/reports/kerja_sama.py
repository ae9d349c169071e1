"""Angka kerja sama antar desa satu tahun: baris dan desa berlainan, aktif, selisih dengan tahun lalu, yang ganda."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from accounts.models import Kabupaten
from villages.models import AnggotaKerjaSama, FormulirKerjaSama, KerjaSama
from villages.sources import sama


def anggota(kabupaten: Kabupaten, tahun: int) -> list[AnggotaKerjaSama]:
    """Baris formulir menurut urutannya."""
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    return list(rows.select_related("kerja_sama__kecamatan", "desa__kecamatan"))


def hitung(rows: Iterable[AnggotaKerjaSama]) -> dict[str, int]:
    """Banyak baris, desa berlainan, baris aktif dan tidak aktif, dan desa berlainan yang aktif."""
    rows = list(rows)
    aktif = [a for a in rows if a.is_aktif]
    return {
        "baris": len(rows),
        "desa": len({sama(a) for a in rows}),
        "aktif": len(aktif),
        "desa_aktif": len({sama(a) for a in aktif}),
        "tidak_aktif": len(rows) - len(aktif),
    }


def angka(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Isi halaman angka kerja sama; `lalu` dan selisih `None` bila tahun lalu tanpa baris."""
    kini, lalu = anggota(kabupaten, tahun), anggota(kabupaten, tahun - 1)
    h_kini, h_lalu = hitung(kini), hitung(lalu)
    dulu, sekarang = {sama(a): a for a in lalu}, {sama(a): a for a in kini}
    return {
        "tahun": tahun,
        "kini": h_kini,
        "lalu": h_lalu if lalu else None,
        "selisih": {nama: h_kini[nama] - h_lalu[nama] for nama in h_kini} if lalu else None,
        "datang": [a for k, a in sekarang.items() if k not in dulu] if lalu else [],
        "pergi": [a for k, a in dulu.items() if k not in sekarang] if lalu else [],
        "kelompok": kelompok(kini),
        "jenis": [
            {"jenis": label, **hitung(a for a in kini if a.kerja_sama.jenis == nilai)}
            for nilai, label in KerjaSama.Jenis.choices
        ],
        "ganda": ganda(kini),
        "lintas": [a for a in kini if a.desa and a.desa.kecamatan_id != a.kerja_sama.kecamatan_id],
        "belum_cocok": [a for a in kini if a.desa_id is None],
    }


def kelompok(rows: Iterable[AnggotaKerjaSama]) -> list[dict[str, Any]]:
    """Satu entri per kerja sama menurut urutan formulir, dengan anggotanya."""
    per: dict[int, list[AnggotaKerjaSama]] = defaultdict(list)
    for a in rows:
        per[a.kerja_sama_id].append(a)
    return [{"kerja_sama": satu[0].kerja_sama, "anggota": satu, **hitung(satu)} for satu in per.values()]


def ganda(rows: Iterable[AnggotaKerjaSama]) -> list[list[AnggotaKerjaSama]]:
    """Desa yang ada pada lebih dari satu daftar, tiap desa dengan baris-barisnya."""
    per: dict[tuple[Any, ...], list[AnggotaKerjaSama]] = defaultdict(list)
    for a in rows:
        per[sama(a)].append(a)
    return [satu for satu in per.values() if len(satu) > 1]


def formulir(kabupaten: Kabupaten, tahun: int) -> dict[str, Any]:
    """Isi formulir cetak: bagian A dan B, tiap kecamatan dengan barisnya, jumlah baris dan desa berlainan.

    Bila ada peraturan desa sendiri-sendiri, dokumen dan keterangan bersama mendapat baris kecamatannya sendiri.
    """
    rows = anggota(kabupaten, tahun)
    teks = {f.kerja_sama_id: f for f in FormulirKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)}
    semua = [_kecamatan(k, teks.get(k["kerja_sama"].pk)) for k in kelompok(rows)]
    return {
        "tahun": tahun,
        "bagian": [
            {"huruf": huruf, "judul": judul, "kecamatan": [k for k in semua if k["huruf"] == huruf]}
            for huruf, judul in (("A", "DATA KAWASAN PERDESAAN"), ("B", "DATA EKS PNPM MPd"))
        ],
        "jumlah": hitung(rows),
        "ganda": [{"nama": satu[0].nama_tercetak, "daftar": [str(a.kerja_sama) for a in satu]} for satu in ganda(rows)],
    }


def _kecamatan(k: dict[str, Any], teks: FormulirKerjaSama | None) -> dict[str, Any]:
    kerja_sama: KerjaSama = k["kerja_sama"]
    rows: list[AnggotaKerjaSama] = k["anggota"]
    return {
        "huruf": kerja_sama.huruf,
        "nomor": kerja_sama.urutan,
        "kecamatan": kerja_sama.kecamatan.nama.upper(),
        "dokumen": teks.dokumen if teks else kerja_sama.dasar_hukum,
        "keterangan": (teks.keterangan if teks else kerja_sama.bumdesma).splitlines(),
        "is_berbaris": any(a.perdes for a in rows),
        "desa": [
            {
                "nama": a.nama_tercetak,
                "is_aktif": a.is_aktif,
                "perdes": a.perdes,
                "is_berkontak": bool(a.kontak or a.telepon),
            }
            for a in rows
        ],
    }
