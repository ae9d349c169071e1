"""Kedua kabupaten data nyata, dilengkapi satu baris tiap model untuk uji hak."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from accounts.models import Kabupaten, Pejabat, TokenApi, User
from documents.models import Impor, Pembukaan, Tugas
from idm.models import LayananRumusan
from kinerja.models import (
    BuktiRealisasi,
    Lkjip,
    NaskahKinerja,
    Peraturan,
    PerjanjianKinerja,
    PernyataanReviu,
    Realisasi,
    SkalaKualitatif,
    SkalaPredikat,
    TingkatKualitatif,
    TingkatPredikat,
)
from kinerja.naskah.lkjip.actions import create_lkjip
from tests.factories import make_akip, make_isian, make_meja, make_rencana, make_wilayah


def fill(kode: str) -> None:
    """LKjIP, satu bukti, dan satu baris tiap model di kabupaten itu."""
    kabupaten = Kabupaten.objects.get(kode=kode)
    kepala = kabupaten.dinas.pejabat_set.kepala().first()
    bupati = Pejabat.objects.get(perangkat_daerah__kabupaten=kabupaten, is_kepala_daerah=True)
    NaskahKinerja.objects.get_or_create(kabupaten=kabupaten, tahun=2024, jenis="iku")
    PerjanjianKinerja.objects.get_or_create(
        kabupaten=kabupaten, tahun=2024, pihak_pertama=kepala, pihak_kedua=bupati
    )
    LayananRumusan.objects.get_or_create(kabupaten=kabupaten)
    hari_ini = timezone.localdate()
    token = {"sidik": f"{kode:0>64}", "dibuat_pada": hari_ini, "berlaku_sampai": hari_ini}
    TokenApi.objects.create(kabupaten=kabupaten, nama="Uji", **token)
    if kode == "15.02":
        create_lkjip(kabupaten=kabupaten, tahun=2024, by="uji")
        indikator = kabupaten.dinas.perioderenstra_set.get().sasaran_set.first()
        indikator = indikator.indikator_set.first()
        Realisasi.objects.get_or_create(indikator=indikator, tahun=2024)
    lkjip = Lkjip.objects.get(kabupaten=kabupaten)
    PernyataanReviu.objects.create(kabupaten=kabupaten, tahun=lkjip.tahun, lkjip=lkjip)
    make_meja(kabupaten)
    make_akip(kabupaten)
    make_rencana(kabupaten)
    skala = SkalaKualitatif.objects.create(kabupaten=kabupaten, kode="uji", nama="Skala uji")
    TingkatKualitatif.objects.create(skala=skala, urutan=1, nama="Baik")
    predikat = SkalaPredikat.objects.create(kabupaten=kabupaten, kode="uji", nama="Skala uji")
    TingkatPredikat.objects.create(skala=predikat, urutan=1, nama="Baik")
    Peraturan.objects.create(
        kabupaten=kabupaten, tingkat=5, nama="Perda uji", tentang="uji", tahun_awal=2020
    )
    make_isian(make_wilayah(kabupaten))
    _unggahan(kabupaten)


def _unggahan(kabupaten: Kabupaten) -> None:
    """Satu impor, satu pembukaan kunci dan satu bukti."""
    now, penanggung = timezone.now(), User.objects.get(username="kepala.dinas")
    impor = Impor(
        kabupaten=kabupaten,
        tahun=2024,
        kisi="villages:rekaplembaga_grid",
        judul="Rekap lembaga",
        halaman="/",
        status="siap",
        nama="x.csv",
        ukuran=1,
        sha256="0" * 64,
        uploaded_by="uji",
        uploaded_at=now,
    )
    impor.berkas.save("x.csv", ContentFile(b"Kode baris;RT\n"))
    Tugas.objects.create(
        kabupaten=kabupaten, jenis="cetak", judul="PDF uji", hak="kinerja.view_lkjip", sidik="uji",
        status="selesai", diminta_by=User.objects.filter(kabupaten=kabupaten).first(),
        diminta_at=now, finished_at=now,
    )  # fmt: skip
    Pembukaan.objects.create(
        kabupaten=kabupaten, tahun=2024, alasan="uji", dibuka_by=penanggung, dibuka_at=now,
        sampai=now + timedelta(hours=1),
    )  # fmt: skip
    realisasi = Realisasi.objects.filter(
        indikator__sasaran__periode__perangkat_daerah__kabupaten=kabupaten
    ).first()
    BuktiRealisasi.objects.create(
        realisasi=realisasi, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1, sha256="0" * 64,
        uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
