"""Pembuat hasil dan penetapan IDM, dan satu baris tiap model IDM."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from documents.models import Pengesahan, Snapshot
from documents.snapshot import canonical, digest
from idm.models import (
    AmbangStatus,
    BiayaLangkah,
    BuktiJawaban,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    IndikatorIdm,
    Instrumen,
    IsianIdm,
    PenetapanIdm,
    PoinDimensi,
    TerbitanIdm,
    UsulLangkah,
)
from tests.factories.kantor import NOMOR, TAHUN, make_user
from villages.models import Desa, KerjaSama


def make_instrumen(**fields: Any) -> Instrumen:
    kolom = {
        "nama": "Instrumen uji",
        "regulasi": "Permendes 2/2016",
        "tahun_awal": 2016,
    } | fields
    return Instrumen.objects.get_or_create(kode=fields.get("kode", "uji"), defaults=kolom)[0]


def make_idm(desa: Desa, tahun: int = TAHUN, **fields: Any) -> IdmDesa:
    kolom = {
        "iks": Decimal("0.7"),
        "ike": Decimal("0.7"),
        "ikl": Decimal("0.7"),
        "idm": Decimal("0.7"),
        "status": "BERKEMBANG",
        "sumber": "terbitan",
    } | fields
    return IdmDesa.objects.create(desa=desa, tahun=tahun, instrumen=make_instrumen(), **kolom)


def make_penetapan(kabupaten: Kabupaten, tahun: int = TAHUN, **ubah: Any) -> PenetapanIdm:
    """Penetapan yang sudah ditandatangani; isinya hasil desa kini dengan kolom yang diberikan."""
    now, nomor = timezone.now(), next(NOMOR)
    kepala = make_user(None, kabupaten, username=f"penetap-{nomor}")
    isi = replace(PenetapanIdm(kabupaten=kabupaten, tahun=tahun).reading().isi, **ubah)
    snapshot = Snapshot.objects.create(
        kabupaten=kabupaten, document="idm.PenetapanIdm", document_id=nomor, version=1,
        content=canonical(isi), sha256=digest(str(nomor)), created_at=now, created_by="uji",
    )  # fmt: skip
    pengesahan = Pengesahan.objects.create(
        kabupaten=kabupaten, kode=f"UJI-{nomor}", judul="Penetapan IDM", nomor=str(nomor),
        tanggal=now.date(), penanda_tangan="Kepala", jabatan="Kepala Dinas", snapshot=snapshot,
        pdf="x.pdf", pdf_sha256=f"{nomor:064d}", signed_at=now,
    )  # fmt: skip
    return PenetapanIdm.objects.create(
        kabupaten=kabupaten, tahun=tahun, nomor=str(nomor), tanggal=now.date(),
        status="ditandatangani", submitted_by=kepala, submitted_at=now, signed_by=kepala,
        signed_at=now, snapshot=snapshot, pengesahan=pengesahan,
    )  # fmt: skip


def make_isian(kerja_sama: KerjaSama) -> IsianIdm:
    """Satu baris untuk tiap model isian, hasil dan penetapan IDM desa itu, tahun 2030."""
    kabupaten, now = kerja_sama.kabupaten, timezone.now()
    desa = kerja_sama.kecamatan.desa_set.first()
    instrumen = make_instrumen()
    indikator, _ = IndikatorIdm.objects.get_or_create(
        instrumen=instrumen,
        posisi=1,
        defaults={"kode": "U1", "nama": "Uji", "indeks": "IKS", "dimensi": "Uji"},
    )
    isian = IsianIdm.objects.create(desa=desa, tahun=2030, instrumen=instrumen, skor="-")
    BuktiJawaban.objects.create(
        isian=isian, indikator=indikator, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1,
        sha256="0" * 64, uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
    dimensi, _ = DimensiIndeks.objects.get_or_create(
        instrumen=instrumen, posisi=1, defaults={"kode": "uji", "nama": "Uji", "maksimum": 10}
    )
    AmbangStatus.objects.get_or_create(instrumen=instrumen, status="MAJU", defaults={"batas": 50})
    PoinDimensi.objects.create(desa=desa, tahun=2030, dimensi=dimensi, poin=1)
    IndeksDesa.objects.create(desa=desa, tahun=2030, instrumen=instrumen, skor=10, status="MAJU")
    nilai = dict.fromkeys(("iks", "ike", "ikl", "idm"), Decimal("0.7"))
    TerbitanIdm.objects.create(desa=desa, tahun=2030, **nilai, status="BERKEMBANG", sumber="uji")
    BiayaLangkah.objects.create(kabupaten=kabupaten, indikator=indikator, skor=5, biaya_rupiah=1)
    UsulLangkah.objects.create(desa=desa, tahun=2030, indikator=indikator, dari=1, ke=5)
    PenetapanIdm.objects.create(kabupaten=kabupaten, tahun=2030)
    return isian
