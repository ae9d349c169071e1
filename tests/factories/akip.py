"""Evaluasi AKIP menurut pedoman kecil milik kantornya: dua komponen, masing-masing satu bagian."""

from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from kinerja.models import (
    BuktiAkip,
    ButirAkip,
    EvaluasiAkip,
    HasilEvaluasi,
    IsianAkip,
    PedomanAkip,
    SkalaKualitatif,
    SkalaPredikat,
    TingkatKualitatif,
)

TINGKAT = {"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0}
BUTIR = (
    ("1", 60, ""),
    ("1.a", 60, ""),
    ("1.a.1", None, "renstra"),
    ("1.a.2", None, ""),
    ("2", 40, ""),
    ("2.a", 40, ""),
    ("2.a.1", None, ""),
)


def make_pedoman_akip(kabupaten: Kabupaten, versi: int = 2) -> PedomanAkip:
    """Bobotnya sejumlah; skalanya acuan bersama bila sudah dimuat."""
    skala = SkalaKualitatif.objects.bersama("nilai-lke-akip") or _skala(kabupaten)
    predikat = SkalaPredikat.objects.bersama("akip-88-2021") or SkalaPredikat.objects.create(
        kabupaten=kabupaten, kode="akip-uji", nama="Predikat uji"
    )
    pedoman = PedomanAkip.objects.create(
        kabupaten=kabupaten, versi=versi, nama="Pedoman uji", skala=skala, predikat=predikat
    )
    for kode, bobot, petunjuk in BUTIR:
        ButirAkip.objects.create(
            pedoman=pedoman, kode=kode, uraian=f"Butir {kode}", bobot=bobot, petunjuk=petunjuk
        )
    return pedoman


def _skala(kabupaten: Kabupaten) -> SkalaKualitatif:
    skala = SkalaKualitatif.objects.create(kabupaten=kabupaten, kode="lke-uji", nama="Tingkat uji")
    for urutan, (nama, nilai) in enumerate(TINGKAT.items(), 1):
        TingkatKualitatif.objects.create(skala=skala, urutan=urutan, nama=nama, nilai=nilai)
    return skala


def make_evaluasi(kabupaten: Kabupaten, tahun: int = 2030, **fields: Any) -> EvaluasiAkip:
    """Berlembar kerja, satu kriteria dijawab dinas dengan satu berkas."""
    pedoman = fields.pop("pedoman", None) or make_pedoman_akip(kabupaten)
    evaluasi = EvaluasiAkip.objects.create(
        kabupaten=kabupaten, tahun=tahun, pedoman=pedoman, **fields
    )
    isian = IsianAkip.objects.create(
        evaluasi=evaluasi, butir=pedoman.butir.get(kode="1.a.1"), pihak="dinas", hasil="ya"
    )
    BuktiAkip.objects.create(
        isian=isian, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1, sha256="0" * 64,
        uploaded_by="uji", uploaded_at=timezone.now(),
    )  # fmt: skip
    return evaluasi


def make_akip(kabupaten: Kabupaten) -> None:
    """Satu baris tiap model evaluasi AKIP, dan pedoman yang belum dipakai."""
    evaluasi = make_evaluasi(kabupaten)
    make_pedoman_akip(kabupaten, versi=3)
    HasilEvaluasi.objects.create(kabupaten=kabupaten, tahun=evaluasi.tahun, evaluasi=evaluasi)
