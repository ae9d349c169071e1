"""Rekap Indeks Desa semua kantor sekaligus: aturannya sama dengan unggahan satu kantor."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Kabupaten
from core.models import AuditEvent
from documents.pembaca import Sel, Tabel
from idm.impor import Acuan
from idm.impor.indeks_read import PembacaIndeks
from idm.models import IndeksDesa, IndikatorIdm, Instrumen, TerbitanIndeks
from tests import factories
from tests.idm.impor_indeks.bahan import DESA, rekap_kantor, rekap_kementerian
from tests.idm.test_nasional import write
from villages.models import Desa

pytestmark = pytest.mark.django_db
POIN = (150, 70, 130, 80, 40, 70)  # 540 dari 635: 85,04
NILAI = (*POIN, "85,04", "MANDIRI")


@pytest.fixture
def edisi(kabupaten):
    return Instrumen.objects.get(cara="dimensi", tahun_awal=2025)


@pytest.fixture
def dua(kabupaten):
    """Dua desa Banyuasin dan satu desa Merangin."""
    merangin = Kabupaten.objects.get(kode="15.02")
    kecamatan = factories.make_kecamatan(merangin, kode="15.02.01")
    lain = factories.make_desa(kecamatan)
    return [*DESA, (lain.kode, lain.nama)]


def jalankan(berkas, *opsi, tahun=2025):
    keluar, galat = StringIO(), StringIO()
    perintah = ["import_indeks", str(berkas), "--tahun", str(tahun), *opsi]
    try:
        call_command(*perintah, stdout=keluar, stderr=galat)
    except CommandError as error:
        return str(error), galat.getvalue()
    return keluar.getvalue(), galat.getvalue()


def isi(model=TerbitanIndeks, tahun=2025):
    rows = model.objects.filter(tahun=tahun, is_contoh=False).order_by("desa__kode")
    return list(rows.values_list("desa__kode", "skor", "status", "poin"))


@pytest.mark.parametrize("nama", ["rekap.csv", "rekap.xlsx"])
def test_rekap_polos_dua_kabupaten(dua, tmp_path, nama):
    nilai = (*POIN, 85.04 if nama.endswith("xlsx") else "85,04", "MANDIRI")
    berkas = write(tmp_path, rekap_kantor(*((*satu, *nilai) for satu in dua)), nama)
    awal = AuditEvent.objects.count()
    ringkas, galat = jalankan(berkas)
    assert ringkas.startswith("3 baris: 3 isian disimpan, 0 sama, 0 berbeda tidak diganti")
    assert galat == ""
    assert len(isi()) == len(isi(IndeksDesa)) == 3
    assert {satu[1:] for satu in isi()} == {(Decimal("85.04"), "MANDIRI", "150;70;130;80;40;70")}
    row = IndeksDesa.objects.get(desa__kode=dua[-1][0], tahun=2025)
    assert (row.sumber, row.asal[:20]) == ("terbitan", f"Impor {nama}, sha256"[:20])
    kejadian = AuditEvent.objects.order_by("-pk")[:2]
    assert AuditEvent.objects.count() == awal + 2
    assert {satu.kabupaten for satu in kejadian} == {"15.02", "16.07"}
    assert "isian Indeks Desa, 0 di antaranya mengganti" in kejadian[0].note
    assert "0 isian disimpan, 3 sama" in jalankan(berkas)[0]


def test_berbeda_hanya_diganti_bila_diminta(dua, tmp_path):
    semula = rekap_kantor(*((*satu, *NILAI) for satu in dua))
    jalankan(write(tmp_path, semula, "a.csv"))
    lain = [*dua[-1], 150, 70, 130, 80, 40, 69, "84,88", "MANDIRI"]
    berkas = write(tmp_path, rekap_kantor(*((*satu, *NILAI) for satu in dua[:2]), lain), "b.csv")
    ringkas, galat = jalankan(berkas)
    assert "0 isian disimpan, 2 sama, 1 berbeda tidak diganti" in ringkas
    assert f"({dua[-1][0]}) 2025: tercatat 85,04 Mandiri, berkas 84,88 Mandiri" in galat
    assert "1 berbeda diganti" in jalankan(berkas, "--ganti")[0]
    assert IndeksDesa.objects.get(desa__kode=dua[-1][0], tahun=2025).skor == Decimal("84.88")
    event = AuditEvent.objects.filter(kabupaten="15.02").latest("pk")
    assert event.changes == {f"{dua[-1][0]} 2025": ["85,04 Mandiri", "84,88 Mandiri"]}


def test_hasil_kantor_sendiri_tetap_berlaku(dua, edisi, tmp_path):
    desa = IndeksDesa.objects.filter(desa__kode="16.07.01.2001", tahun=2025)
    milik = Desa.objects.get(kode="16.07.01.2001")
    isi = {"sumber": "aspek", "skor": Decimal("61.00"), "status": "BERKEMBANG"}
    IndeksDesa.objects.update_or_create(
        desa=milik, tahun=2025, defaults={"instrumen": edisi, "is_contoh": False, **isi}
    )
    ringkas, galat = jalankan(write(tmp_path, rekap_kantor((*DESA[0], *NILAI)), "a.csv"))
    assert "1 isian disimpan" in ringkas
    assert "Keduanya disimpan" in galat
    assert desa.get().skor == Decimal("61.00")
    assert TerbitanIndeks.objects.get(desa=desa.get().desa, tahun=2025).skor == Decimal("85.04")


def salah(satu, *nilai):
    return rekap_kantor((*satu, *nilai))


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ([salah(DESA[0], 171, *POIN[1:], *NILAI[6:])], "Paling tinggi 170"),
        ([salah(DESA[0], *POIN, "85,04", "MAJU")], "Skor 85,04 berstatus Mandiri"),
        ([rekap_kantor((*DESA[0], *NILAI), (*DESA[0], *NILAI))], "sudah ada pada"),
        ([salah(("9907012001", "Desa"), *NILAI)], "Tidak ada desa dengan kode ini di daftar"),
    ],
)
def test_satu_kesalahan_membatalkan_semua(dua, tmp_path, baris, pesan):
    (lembar,) = baris
    lembar.append([9, "Kecamatan", *dua[-1], *NILAI])
    ringkas, galat = jalankan(write(tmp_path, lembar, "a.csv"))
    assert ringkas == "1 kesalahan; tidak ada yang disimpan."
    assert pesan in galat
    assert isi() == []


def test_idm_bobot_dan_tahun_yang_keliru(dua, edisi, tmp_path):
    lembar = rekap_kantor((*DESA[0], *NILAI))
    for nomor, satu in enumerate(lembar):
        satu.insert(4, "IDM" if not nomor else "0,7")
    assert "IDM dan Indeks Desa dalam satu lembar" in jalankan(write(tmp_path, lembar, "a.csv"))[1]
    rekap = rekap_kementerian(edisi, DESA, bobot={"LAYANAN DASAR": 169})
    assert "Bobot Layanan Dasar 169" in jalankan(write(tmp_path, rekap, "b.csv"))[1]
    benar = write(tmp_path, rekap_kementerian(edisi, DESA), "c.csv")
    assert "tahun data yang dipilih 2026" in jalankan(benar, tahun=2026)[1]
    assert isi() == []


def test_aspek_menunggu_putusan_orang(dua, edisi, tmp_path):
    berkas = write(tmp_path, rekap_kementerian(edisi, dua), "a.csv")
    pesan, _ = jalankan(berkas)
    assert pesan.startswith("Tidak ada yang disimpan. Judul kolom skor ini belum dikenal.")
    assert "--aspek urut atau --aspek lewati" in pesan
    assert "3 isian disimpan" in jalankan(berkas, "--aspek", "lewati")[0]
    assert set(TerbitanIndeks.objects.values_list("jawaban", flat=True)) == {""}
    assert "0 isian disimpan, 3 sama" in jalankan(berkas, "--aspek", "lewati")[0]
    assert "3 berbeda diganti" in jalankan(berkas, "--aspek", "urut", "--ganti")[0]
    assert set(TerbitanIndeks.objects.values_list("jawaban", flat=True)) == {"5" * 127}
    assert IndikatorIdm.objects.filter(instrumen=edisi, judul_lembar="").count() == 0
    assert "0 isian disimpan, 3 sama" in jalankan(berkas)[0]


def test_tahun_terkunci_menahan_semuanya(dua, tmp_path, monkeypatch):
    monkeypatch.setattr(
        IndeksDesa,
        "lock_for",
        staticmethod(lambda kode, *masa: f"{kode} terkunci." * kode.startswith("16")),
    )
    berkas = write(tmp_path, rekap_kantor(*((*satu, *NILAI) for satu in dua)), "a.csv")
    assert jalankan(berkas)[0] == "Tidak ada yang disimpan. 16.07 terkunci."
    assert isi() == []


UBAH = {
    "kosong": ("LAYANAN DASAR", ""),
    "bukan angka": ("SOSIAL", "banyak"),
    "di atas plafon": ("SKOR 2 Kesehatan KOLOM", "6"),
    "pecahan aspek": ("SKOR 1 Kesehatan KOLOM", "4,5"),
    "subdimensi tak berjumlah": ("SUB-DIMENSI KESEHATAN", "10"),
    "status lain": ("STATUS DESA", "MAJU"),
    "status kosong": ("STATUS DESA", "-"),
    "skor teliti": ("NILAI ID 2025", "99,996"),
    "skor lain dari poinnya": ("NILAI ID 2025", "90"),
    "kode wilayah": ("KODE DESA", "1607"),
}


@pytest.mark.parametrize("nama", [*UBAH, "semua benar"])
def test_sekaligus_sama_dengan_sel_demi_sel(edisi, nama):
    """Baris, kesalahan dan catatannya sama, juga bagi baris yang salah."""
    lembar = rekap_kementerian(edisi, DESA)
    letak = [nomor for nomor, baris in enumerate(lembar) if "KODE DESA" in baris]
    kepala = lembar[letak[0]]
    if nama in UBAH:
        kolom, nilai = UBAH[nama]
        lembar[-1][kepala.index(kolom)] = nilai
    hasil = [read(lembar, is_sekaligus=satu) for satu in (True, False)]
    assert hasil[0] == hasil[1]
    rows, kesalahan, catatan = hasil[0]
    assert len(rows) >= 1
    assert rows[0].jawaban == "5" * 127
    is_diam = nama in ("semua benar", "status kosong", "skor teliti", "pecahan aspek")
    lain = [satu for satu in catatan if "tanpa nilainya" not in satu.pesan]
    assert bool(kesalahan or lain) is not is_diam


def read(lembar, *, is_sekaligus):
    """Tiap tulisan satu sel yang sama, seperti pembaca CSV."""
    ingatan = {}
    baris = []
    for satu in lembar:
        tulisan = [str(isi) for isi in satu]
        baris.append([ingatan.setdefault(t, Sel("teks", t) if t else Sel()) for t in tulisan])
    pembaca = PembacaIndeks(Acuan(None), 2025)
    pembaca.is_sekaligus = is_sekaligus
    pembaca.lembar(Tabel("rekap", baris))
    pembaca.selesai()
    return pembaca.rows, pembaca.kesalahan, pembaca.catatan
