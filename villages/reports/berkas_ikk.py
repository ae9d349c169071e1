"""Isi berkas bukti IKK setahun: angka tiap output, dan lampirannya."""

from typing import Any

from accounts.models import Kabupaten
from core.angka import format_angka
from documents.reports.kepala import kepala, kepala_kurang
from villages.models import AngkaIkk, BerkasIkk, OutcomeIkk, OutputIkk
from villages.reports.kerja_sama import angka, formulir
from villages.reports.lembaga import kegiatan_pkk, kelembagaan

S = OutputIkk.Sumber


def read(berkas: BerkasIkk) -> dict[str, Any]:
    """Angka kerja sama, kelembagaan dan PKK tahun berkas."""
    kabupaten, tahun = berkas.kabupaten, berkas.tahun
    return {
        "kerja_sama": angka(kabupaten, tahun),
        "kelembagaan": kelembagaan(kabupaten, tahun),
        "pkk": kegiatan_pkk(kabupaten, tahun),
    }


def payload(berkas: BerkasIkk, bahan: dict[str, Any]) -> dict[str, Any]:
    """Tiap outcome dijawab dengan semua output; lampiran berdiri sesudah output yang memakainya."""
    kabupaten, tahun = berkas.kabupaten, berkas.tahun
    return {
        **kepala(berkas, "Bukti Indikator Kinerja Kunci"),
        "outcome": [{"nomor": o.nomor, "nama": o.nama} for o in OutcomeIkk.objects.filter(kabupaten=kabupaten)],
        "output": output(kabupaten, tahun, bahan),
        "formulir": [formulir(kabupaten, t) for t in (tahun, tahun - 1)],
        "kelembagaan": bahan["kelembagaan"],
        "pkk": bahan["pkk"],
    }


def output(kabupaten: Kabupaten, tahun: int, bahan: dict[str, Any]) -> list[dict[str, Any]]:
    """Angka, rumus dan catatan tiap output menurut sumbernya; angka `None` bila tidak dapat dihitung."""
    tercetak = dict(AngkaIkk.objects.filter(output__kabupaten=kabupaten, tahun=tahun).values_list("output", "tercetak"))
    return [
        {
            "nomor": o.nomor,
            "uraian": o.uraian,
            "sumber": o.sumber,
            "tercetak": tercetak.get(o.pk),
            **HITUNG[OutputIkk.Sumber(o.sumber)](bahan),
        }
        for o in OutputIkk.objects.filter(kabupaten=kabupaten)
    ]


def _desa(bahan: dict[str, Any]) -> dict[str, Any]:
    k = bahan["kerja_sama"]["kini"]
    nilai = k["baris"] or None
    return {"angka": nilai, "satuan": "Desa", "rumus": "", "catatan": _beda(bahan["kerja_sama"])}


def _selisih(bahan: dict[str, Any]) -> dict[str, Any]:
    """Selisih menurut baris formulir, dan menurut desa berlainan bila keduanya berbeda."""
    isi = bahan["kerja_sama"]
    if isi["selisih"] is None:
        kosong = f"Formulir tahun {isi['tahun'] - 1} belum ada."
        return {"angka": None, "satuan": "Desa", "rumus": "", "catatan": [kosong]}
    kini, lalu, beda = isi["kini"], isi["lalu"], isi["selisih"]
    rumus = f"{format_angka(kini['baris'])} − {format_angka(lalu['baris'])}"
    catatan = []
    if beda["baris"] != beda["desa"]:
        catatan.append(
            f"Menurut desa yang berlainan: {kini['desa']} − {lalu['desa']} = {beda['desa']} Desa "
            f"({len(isi['datang'])} desa baru, {len(isi['pergi'])} tidak ikut lagi)."
        )
    return {"angka": beda["baris"], "satuan": "Desa", "rumus": rumus, "catatan": catatan}


def _beda(isi: dict[str, Any]) -> list[str]:
    """Baris dan desa berlainan disebut berdampingan, agar yang menandatangani mengetahuinya."""
    kini = isi["kini"]
    if kini["baris"] == kini["desa"]:
        return []
    nama = ", ".join(satu[0].nama_tercetak.title() for satu in isi["ganda"])
    return [
        f"Formulir memuat {kini['baris']} baris; desa yang berlainan {kini['desa']}. "
        f"Tercantum pada lebih dari satu daftar: {nama}."
    ]


def _lembaga(bahan: dict[str, Any]) -> dict[str, Any]:
    isi = bahan["kelembagaan"]
    belum = ", ".join(isi["belum"])
    catatan = [f"Belum melapor: {belum}."] if belum and isi["semua"] is not None else []
    return {"angka": isi["semua"], "satuan": "Lembaga", "rumus": "", "catatan": catatan}


def _up2k(bahan: dict[str, Any]) -> dict[str, Any]:
    isi = bahan["pkk"]
    catatan = []
    if isi["up2k"] is None:
        catatan.append("Rincian per kecamatan belum diisi, jadi jumlahnya tidak dapat dihitung.")
    elif isi["belum"]:
        catatan.append(f"Belum melapor: {', '.join(isi['belum'])}.")
    return {"angka": isi["up2k"], "satuan": "Kelompok", "rumus": "", "catatan": catatan}


HITUNG = {S.DESA: _desa, S.SELISIH: _selisih, S.LEMBAGA: _lembaga, S.UP2K: _up2k}


def missing(berkas: BerkasIkk, bahan: dict[str, Any], isi: dict[str, Any]) -> list[str]:
    kurang = kepala_kurang(berkas)
    if not OutcomeIkk.objects.filter(kabupaten=berkas.kabupaten).exists():
        kurang.append("IKK outcome belum diisi.")
    if not OutputIkk.objects.filter(kabupaten=berkas.kabupaten).exists():
        kurang.append("IKK output belum diisi.")
    kurang += [
        f"Output {o['nomor']} belum dapat dijawab: {' '.join(o['catatan']) or 'datanya kosong.'}"
        for o in isi["output"]
        if o["angka"] is None and o["tercetak"] is None
    ]
    return kurang
