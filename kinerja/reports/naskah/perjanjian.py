"""Perjanjian Kinerja: pernyataan dan lampirannya menurut tingkat jabatan (Permenpan-RB 53/2014)."""

from typing import Any

from accounts.models import Pejabat
from documents.reports.kepala import kepala, orang
from kinerja.models import PerjanjianKinerja
from kinerja.rencana import jumlah
from kinerja.reports.naskah.rencana_aksi import target
from kinerja.reports.pohon import Simpul
from kinerja.reports.rujukan import Bahan
from kinerja.reports.tabel_capaian import indikator_menurut_sasaran

# tingkat jabatan -> tingkat pohon yang menjadi indikator dan rincian anggarannya
ISI = {"II": ("", "program"), "III": ("program", "kegiatan"), "IV": ("kegiatan", "sub")}
SEBUTAN = {"program": "Program", "kegiatan": "Kegiatan", "sub": "Sub Kegiatan"}


def payload(pk: PerjanjianKinerja, b: Bahan) -> dict[str, Any]:
    """Pernyataan, kedua pihak, sasaran dengan indikator dan target, lalu anggaran."""
    uang = anggaran(pk, b)
    return {
        **kepala(pk, "Perubahan Perjanjian Kinerja" if pk.menggantikan_id else "Perjanjian Kinerja"),
        "tingkat": pk.tingkat,
        "pertama": orang(pk.pihak_pertama),
        "kedua": orang(pk.pihak_kedua),
        "alasan": pk.alasan,
        "nomor_lama": pk.menggantikan.nomor if pk.menggantikan else "",
        "sasaran": sasaran(pk, b),
        "sebutan": SEBUTAN[ISI[pk.tingkat][1]],
        "anggaran": uang,
        "jumlah": jumlah(u["pagu"] for u in uang),
    }


def anggaran(pk: PerjanjianKinerja, b: Bahan) -> list[dict[str, Any]]:
    """Program seluruh dinas untuk eselon II; kegiatan atau sub kegiatan bidangnya di bawah itu."""
    if pk.tingkat == pk.Tingkat.ESELON_II:
        return [{"kode": u.program.kode, "nama": u.program.nama, "pagu": u.pagu} for u in b.anggaran.baris]
    tingkat = ISI[pk.tingkat][1]
    return [_uang(s) for s in rows(pk, b) if s.tingkat == tingkat and not s.is_lanjutan]


def rows(pk: PerjanjianKinerja, b: Bahan) -> list[Simpul]:
    """Baris pohon seluruh dinas, atau yang memuat pekerjaan bidangnya."""
    semua = b.pohon.turunan()
    if pk.bidang_id is None:
        return semua
    return [s for s in semua if pk.bidang_id in _penanggung(s)]


def _penanggung(s: Simpul) -> set[int]:
    return {t.induk.penanggung_jawab_id for t in s.turunan()}


def sasaran(pk: PerjanjianKinerja, b: Bahan) -> list[dict[str, Any]]:
    """Eselon II: IKU yang diperjanjikan; di bawahnya: program atau kegiatan dengan indikatornya sendiri."""
    tingkat, _ = ISI[pk.tingkat]
    if not tingkat:
        return indikator_menurut_sasaran(b, [i for i in b.pengukuran.indikator if i.is_perjanjian])
    return [
        {
            "sasaran": getattr(s.obj, "sasaran_program", "") or s.obj.nama,
            "indikator": [
                {"nama": t.obj.indikator, "satuan": "", "desimal": None, "target": target(t.obj)}
                for t in (s, *s.tambahan)
            ],
        }
        for s in rows(pk, b)
        if s.tingkat == tingkat
    ]


def _uang(s: Simpul) -> dict[str, Any]:
    return {"kode": s.obj.kode, "nama": s.obj.nama, "pagu": uang_baris(s)}


def uang_baris(s: Simpul) -> Any:
    """Pagu satu sub kegiatan berikut baris indikator tambahannya; program dan kegiatan jumlah anaknya."""
    if s.tingkat != "sub":
        return s.pagu
    return jumlah([s.pagu, *(baris.pagu_berlaku for baris in s.obj.baris.all())])


def parties(pk: PerjanjianKinerja) -> list[Pejabat]:
    """Pihak pertama lebih dahulu, lalu atasannya."""
    return [pk.pihak_pertama, pk.pihak_kedua]


def missing(pk: PerjanjianKinerja, b: Bahan, isi: dict[str, Any]) -> list[str]:
    kalimat = [] if pk.nomor else ["Nomor dokumen belum diisi."]
    if pk.tanggal is None:
        kalimat.append("Tanggal dokumen belum diisi.")
    else:
        menjabat = set(Pejabat.objects.filter(pk__in=(pk.pihak_pertama_id, pk.pihak_kedua_id)).on(pk.tanggal))
        kalimat += [f"{p.nama} tidak menjabat pada tanggal dokumen." for p in parties(pk) if p not in menjabat]
    indikator = [i for s in isi["sasaran"] for i in s["indikator"]]
    if not indikator:
        kalimat.append("Belum ada indikator yang diperjanjikan.")
    kalimat += [f"Target {i['nama']} belum diisi." for i in indikator if i["target"] in (None, "")]
    return kalimat
