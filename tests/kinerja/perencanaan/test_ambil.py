"""Indikator dibawa ke periode Renstra berikutnya."""

import pytest
from django.urls import reverse

from core.audit import Refused
from core.models import AuditEvent
from kinerja.models import Indikator, PeriodeRenstra, Sasaran, Tujuan
from kinerja.perencanaan.actions import carry_indikator
from tests.factories import make_indikator, make_target
from tests.kinerja.perencanaan.test_buka_tahun import buka, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def periode_baru(banyuasin):
    return PeriodeRenstra.objects.create(
        perangkat_daerah=banyuasin.dinas,
        nama="Renstra baru",
        tahun_awal=2024,
        tahun_akhir=2029,
    )


def test_indikator_dibawa_ke_periode_baru(banyuasin, periode_baru):
    satu = make_indikator(banyuasin, satuan="Desa", desimal=0, rumus_pembilang="a")
    tujuan = Tujuan.objects.create(periode=satu.sasaran.periode, nama="Tujuan uji")
    Sasaran.objects.filter(pk=satu.sasaran_id).update(tujuan=tujuan)
    satu.refresh_from_db()
    dua = make_indikator(banyuasin, sasaran=satu.sasaran)
    sasaran_lain = Sasaran.objects.create(
        periode=satu.sasaran.periode,
        tujuan=tujuan,
        nomor=7,
        nama="Sasaran lain",
    )
    lain = make_indikator(banyuasin, sasaran=sasaran_lain)
    make_target(satu)
    with pytest.raises(Refused, match="Pilih paling sedikit satu"):
        carry_indikator(periode=periode_baru, indikator=[], by="uji")
    baru = carry_indikator(periode=periode_baru, indikator=[satu, dua, lain], by="uji")
    assert [(i.nomor, i.satuan, i.sasaran.nomor) for i in baru] == [
        (1, "Desa", 1),
        (2, "%", 1),
        (1, "%", 2),
    ]
    assert not baru[0].differs(satu)
    assert Tujuan.objects.get(periode=periode_baru).nama == "Tujuan uji"
    assert not baru[0].target_set.exists()
    assert not Indikator.objects.absent_from(periode_baru).exists()
    asal = "Dibawa dari Renstra 2018–2023."
    assert AuditEvent.objects.filter(note=asal).count() == 6


def test_halaman_bawa_indikator(client_for, banyuasin, periode_baru):
    satu = make_indikator(banyuasin)
    client = client_for("operator")
    url = reverse("kinerja:perioderenstra_ambil", args=[periode_baru.pk])
    assert satu.nama in buka(client, url)
    assert "Pilih paling sedikit satu" in send(client, url)
    assert "1 indikator dibawa" in send(client, url, indikator=satu.pk)
    assert "belum dibawa" in buka(client, url)


@pytest.mark.parametrize(
    ("tahun", "sumber", "nama"),
    [
        (2025, "idm.persen_mandiri", "Persentase Desa Mandiri"),
        (2024, "idm.peningkatan_mandiri", "Indikator uji"),
    ],
)
def test_ikk_status_desa_memakai_definisi_indeks_tahunnya(
    banyuasin, periode_baru, tahun, sumber, nama
):
    lama = make_indikator(
        banyuasin,
        nama="Indikator uji",
        sumber="idm.peningkatan_mandiri",
        rumus_pembilang="menurut Indeks Desa Membangun",
        catatan_sumber="Rumus tercetak keliru.",
    )
    periode_baru.tahun_awal = tahun
    periode_baru.save()
    (baru,) = carry_indikator(periode=periode_baru, indikator=[lama], by="uji")
    assert (baru.sumber, baru.nama) == (sumber, nama)
    is_diganti = tahun == 2025
    assert ("Membangun" not in baru.rumus_pembilang) is is_diganti
    assert ("Permendagri 14/2026" in baru.keterangan) is is_diganti
    assert (baru.catatan_sumber == "") is is_diganti
    lama.refresh_from_db()
    assert lama.sumber == "idm.peningkatan_mandiri"
