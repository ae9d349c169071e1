"""Lembar kerja AKIP: kolom tiap pihak, bukti, usulan, nilai, dan yang harus ditolak."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.audit import Invalid, Refused
from core.models import AuditEvent
from documents.actions import advance
from kinerja.akip.actions import Jawaban, isian_komponen, recommend, sidik_isian
from kinerja.akip.reports.lembar_kerja import LembarKerja
from kinerja.models import (
    BuktiAkip,
    EvaluasiAkip,
    IsianAkip,
    Lkjip,
    Rekomendasi,
)
from kinerja.tahun.akip import kategori_akip

pytestmark = pytest.mark.django_db
YA, TIDAK = Jawaban("ya"), Jawaban("tidak")


def nilai(evaluasi, pihak):
    return LembarKerja(evaluasi).nilai_pihak(pihak)


def sub(evaluasi, kode):
    for komponen in LembarKerja(evaluasi).komponen:
        for satu in komponen.sub:
            if satu.butir.kode == kode:
                return satu
    raise LookupError(kode)


def test_kedua_pihak_menulis_kolomnya_sendiri(evaluasi, fill):
    fill("operator", 1, {"1.a.1": YA, "1.a.2": TIDAK})
    fill("inspektorat", 1, {"1.a.1": TIDAK})
    kolom = {satu.pihak: satu.hasil for satu in evaluasi.isian.filter(butir__kode="1.a.1")}
    assert kolom == {"dinas": "ya", "inspektorat": "tidak"}
    assert (nilai(evaluasi, "dinas").terjawab, nilai(evaluasi, "inspektorat").terjawab) == (2, 1)


@pytest.mark.parametrize("username", ["kepala.bidang", "kepala.dinas", "inspektur", "admin"])
def test_yang_hanya_membaca_ditolak(evaluasi, masuk, send, username):
    butir = evaluasi.pedoman.butir.get(kode="1.a.1")
    jawab = send(masuk(username), evaluasi, 1, {f"hasil-{butir.pk}": "ya"})
    assert jawab.status_code == 403
    assert not evaluasi.isian.exists()
    halaman = masuk(username).get(evaluasi.get_absolute_url()).content.decode()
    assert f'name="hasil-{butir.pk}"' not in halaman


def test_kabupaten_lain_tidak_menemukan(evaluasi, masuk, send, fill):
    fill("operator", 1, {"1.a.1": Jawaban("ya", berkas=[berkas()])})
    asing = masuk("operator.merangin")
    bukti = BuktiAkip.objects.get()
    assert asing.get(evaluasi.get_absolute_url()).status_code == 404
    assert send(asing, evaluasi, 1, {}).status_code == 404
    assert asing.get(reverse("kinerja:buktiakip_download", args=[bukti.pk])).status_code == 404
    assert AuditEvent.objects.filter(action="ditolak", model="kinerja.EvaluasiAkip").count() == 2


def berkas(nama="bukti.pdf", isi=b"%PDF-1.4\n% uji\n"):
    return SimpleUploadedFile(nama, isi, content_type="application/pdf")


def test_bukti_dinas_terlampir_yang_bukan_bukti_ditolak(evaluasi, masuk, send):
    dinas = masuk("operator")
    butir = evaluasi.pedoman.butir.get(kode="1.a.3")
    kunci = f"bukti-{butir.pk}"
    isian = {kunci: berkas("program.exe", b"MZ"), f"hasil-{butir.pk}": "ya"}
    ditolak = send(dinas, evaluasi, 1, isian)
    assert (ditolak.status_code, evaluasi.isian.count()) == (422, 0)
    assert "1.a.3" in str(next(iter(ditolak.context["messages"])))
    sidik = sidik_isian([])
    assert send(dinas, evaluasi, 1, {kunci: berkas()}, sidik).status_code == 302
    bukti = BuktiAkip.objects.get()
    assert (bukti.isian.butir, bukti.isian.pihak) == (butir, "dinas")
    unduh = dinas.get(reverse("kinerja:buktiakip_download", args=[bukti.pk]))
    assert b"".join(unduh.streaming_content).startswith(b"%PDF")
    inspektorat = masuk("inspektorat")
    send(inspektorat, evaluasi, 1, {kunci: berkas("lain.pdf")}, sidik)
    assert BuktiAkip.objects.count() == 1  # bukti kriteria hanya dari dinas


@pytest.mark.parametrize(
    ("catatan", "pesan"), [("x" * 100_000, "4000"), ("rusak\x00", "1.a")], ids=["panjang", "null"]
)
def test_catatan_yang_tidak_muat_ditolak_dan_tampil_lagi(evaluasi, masuk, send, catatan, pesan):
    """Tidak dipotong diam-diam, dan isian lainnya tidak hilang."""
    butir = {satu.kode: satu.pk for satu in evaluasi.pedoman.butir.all()}
    isian = {
        f"catatan-{butir['1.a']}": catatan,
        f"catatan-{butir['1.a.1']}": "Tetap tampil.",
    }
    ditolak = send(masuk("operator"), evaluasi, 1, isian, sidik_isian([]))
    assert (ditolak.status_code, evaluasi.isian.count()) == (422, 0)
    (satu,) = map(str, ditolak.context["messages"])
    assert satu.startswith("1.a: ")
    assert pesan in satu
    assert "Tetap tampil." in ditolak.content.decode()


def test_yang_sudah_disimpan_orang_lain_tidak_ditimpa(evaluasi, masuk, send, fill):
    """Isian pengirimnya tampil lagi, dengan sidik yang baru."""
    dinas = masuk("operator")
    sidik = sidik_isian([])
    fill("operator", 1, {"1.a.1": YA})
    butir = evaluasi.pedoman.butir.get(kode="1.a.1")
    isian = {f"hasil-{butir.pk}": "tidak", f"catatan-{butir.pk}": "<b>Belum</b>"}
    bentrok = send(dinas, evaluasi, 1, isian, sidik)
    assert bentrok.status_code == 422
    halaman = bentrok.content.decode()
    assert "sudah disimpan orang lain" in halaman
    assert "&lt;b&gt;Belum&lt;/b&gt;" in halaman
    assert "<b>Belum</b>" not in halaman
    assert evaluasi.isian.get().hasil == "ya"
    kini = sidik_isian(isian_komponen(evaluasi, "dinas", "1."))
    assert kini in halaman
    assert send(dinas, evaluasi, 1, isian, kini).status_code == 302
    assert evaluasi.isian.get().hasil == "tidak"


def test_pilihan_asing_bukan_jawaban(evaluasi, masuk, send, kabupaten):
    butir = {satu.kode: satu.pk for satu in evaluasi.pedoman.butir.all()}
    tingkat = evaluasi.pedoman.skala.tingkat.get(nama="BB")
    isian = {
        f"hasil-{butir['1.a.1']}": "mungkin",
        f"tingkat-{butir['1.a']}": "999999",
        f"tingkat-{butir['1.a.2']}": str(tingkat.pk),
        f"hasil-{butir['2.a.1']}": "ya",
    }
    assert send(masuk("operator"), evaluasi, 1, isian, sidik_isian([])).status_code == 302
    assert not evaluasi.isian.exists()
    assert send(masuk("operator"), evaluasi, 9, {}, sidik_isian([])).status_code == 404
    disalin = EvaluasiAkip.objects.get(kabupaten=kabupaten, tahun=2023)
    assert send(masuk("operator"), disalin, 1, {}).status_code == 404


def test_usulan_bukan_jawaban(evaluasi, fill):
    """Baru ada sesudah semua kriteria dijawab; tidak mengisi apa pun."""
    kriteria = [f"1.a.{nomor}" for nomor in range(1, 7)]
    fill("operator", 1, dict.fromkeys(kriteria[:5], YA))
    dinas, _ = sub(evaluasi, "1.a").usulan
    assert (dinas.tingkat, dinas.kalimat) == ("", "5 dari 6 kriteria dijawab.")
    fill("operator", 1, dict.fromkeys(kriteria, YA))
    dinas, inspektorat = sub(evaluasi, "1.a").usulan
    assert dinas.kalimat == "Usulan BB: 6 dari 6 kriteria terpenuhi."
    assert (inspektorat.tingkat, inspektorat.terjawab) == ("", 0)
    fill("operator", 1, dict.fromkeys(kriteria, YA) | {"1.a.6": TIDAK})
    assert sub(evaluasi, "1.a").usulan[0].tingkat == "B"
    assert nilai(evaluasi, "dinas").hitungan.belum[0] == "1.a"


def test_di_atas_bb_hanya_dengan_alasan(evaluasi, fill):
    tingkat = {satu.nama: satu.pk for satu in evaluasi.pedoman.skala.tingkat.all()}
    for nama in ("AA", "A"):
        with pytest.raises(Invalid, match=f"1.a: {nama} di atas BB"):
            fill("inspektorat", 1, {"1.a": Jawaban(tingkat=tingkat[nama])})
    assert not evaluasi.isian.exists()
    fill("inspektorat", 1, {"1.a": Jawaban(tingkat=tingkat["AA"], catatan="Sejak 2019.")})
    fill("inspektorat", 2, {"2.a": Jawaban(tingkat=tingkat["BB"])})
    assert evaluasi.isian.count() == 2


@pytest.mark.parametrize(
    ("lain", "angka", "predikat"),
    [
        ({}, "70", "B"),
        ({"a3": "BB"}, "70.3", "BB"),
        ({"a3": "CC"}, "69.7", "B"),
    ],
)
def test_predikat_dari_nilai_tak_dibulatkan(evaluasi, setarakan, lain, angka, predikat):
    setarakan("inspektorat", "B", **lain)
    hasil = nilai(evaluasi, "inspektorat")
    assert (hasil.hitungan.nilai, hasil.predikat) == (Decimal(angka), predikat)


@pytest.mark.parametrize(
    ("batas", "tepat", "di_atas"),
    [
        (90, "A", "AA"),
        (80, "BB", "A"),
        (70, "B", "BB"),
        (60, "CC", "B"),
        (50, "C", "CC"),
        (30, "D", "C"),
    ],
)
def test_lebih_besar_dari_batasnya(pedoman, batas, tepat, di_atas):
    sedikit = Decimal(batas) + Decimal("0.000001")
    assert kategori_akip(Decimal(batas), pedoman.predikat) == tepat
    assert kategori_akip(sedikit, pedoman.predikat) == di_atas


def test_nilai_dinas_perkiraan_dan_yang_belum_disebut(evaluasi, masuk, setarakan, fill):
    setarakan("operator", "BB")
    fill("inspektorat", 1, {"1.a": Jawaban("", None, "Lengkapi.")})
    halaman = " ".join(
        masuk("inspektorat").get(evaluasi.get_absolute_url()).content.decode().split()
    )
    assert "Penilaian mandiri dinas (perkiraan)" in halaman
    assert "80,00" in halaman
    assert "menunggu Laporan Hasil Evaluasi ditandatangani" in halaman
    assert nilai(evaluasi, "inspektorat").hitungan.nilai is None


def test_bukti_sistem_dan_yang_belum_ada(kabupaten, pedoman):
    """Yang ada disebut dan ditautkan, yang belum disebut belum."""
    disalin = EvaluasiAkip.objects.get(kabupaten=kabupaten, tahun=2023)
    EvaluasiAkip.objects.filter(pk=disalin.pk).update(pedoman=pedoman, nilai=None)
    disalin.refresh_from_db()
    kalimat = petunjuk(disalin)
    assert kalimat["1.a.4"][0].endswith("M.Si: draf.")
    assert kalimat["1.b.6"][0] == "1 IKU."
    assert kalimat["1.c.4"][0] == "Evaluasi Triwulan I belum dibuat."
    assert kalimat["4.c.1"] == ["Rekomendasi yang tindak lanjutnya diterima: 0 dari 2."]
    assert kalimat["4.c.2"] == ["Hasil evaluasi 2022 tidak tercatat."]


def test_bukti_dari_isi_beku_lkjip(evaluasi, akun, kabupaten):
    """LKjIP terakhir sampai tahun evaluasinya; selama draf belum menjadi bukti."""
    kalimat = petunjuk(evaluasi)
    assert kalimat["3.a.1"] == ["LKjIP 2023 Kabupaten Banyuasin: belum diajukan."]
    assert kalimat["3.b.3"] == ["LKjIP 2023 Kabupaten Banyuasin belum diajukan."]
    assert kalimat["4.c.2"] == ["Nilai 2023: 71,50 (BB)."]
    advance(Lkjip.objects.get(kabupaten=kabupaten), langkah="submit", by=akun["operator"])
    kalimat = petunjuk(evaluasi)
    assert kalimat["3.a.1"][0].startswith("LKjIP 2023 Kabupaten Banyuasin: diajukan ")
    assert "Tabel 3.1" in kalimat["3.b.3"][0]
    assert "efisiensi" in kalimat["3.b.8"][0].lower()
    Lkjip.objects.all().delete()
    assert petunjuk(evaluasi)["3.b.3"] == ["LKjIP sampai tahun 2024 belum ada."]


def petunjuk(evaluasi):
    hasil = {}
    for komponen in LembarKerja(evaluasi).komponen:
        for satu in komponen.sub:
            for baris in satu.kriteria:
                hasil[baris.butir.kode] = [p.kalimat for p in baris.petunjuk]
    return hasil


def test_catatan_menjadi_rekomendasi_sekali(evaluasi, masuk, akun, fill):
    butir = evaluasi.pedoman.butir.get(kode="2.c")
    with pytest.raises(Refused, match="Tulis dan simpan dulu catatan"):
        recommend(evaluasi=evaluasi, butir=butir, by=akun["inspektorat"])
    fill("inspektorat", 2, {"2.c": Jawaban(catatan="Kaitkan dengan tunjangan <script>.")})
    url = reverse("kinerja:evaluasiakip_rekomendasi", args=[evaluasi.pk])
    isian = {"butir": butir.kode}
    assert masuk("operator").post(url, isian).status_code == 403
    assert masuk("inspektorat").post(url, isian).status_code == 302
    rekomendasi = Rekomendasi.objects.get(tahun=evaluasi.tahun)
    assert (rekomendasi.asal, rekomendasi.nomor) == ("akip", 1)
    masuk("inspektorat").post(url, isian)
    assert Rekomendasi.objects.filter(tahun=evaluasi.tahun).count() == 1
    halaman = masuk("inspektorat").get(evaluasi.get_absolute_url()).content.decode()
    assert "Kaitkan dengan tunjangan &lt;script&gt;." in halaman
    assert masuk("inspektorat").post(url, {"butir": "9.z"}).status_code == 404


def test_hasil_yang_disalin_tetap_seperti_semula(kabupaten, masuk):
    evaluasi = EvaluasiAkip.objects.get(kabupaten=kabupaten, tahun=2023)
    halaman = masuk("operator").get(evaluasi.get_absolute_url()).content.decode()
    assert "Kategori menurut nilai: <strong>BB</strong>" in halaman
    assert "71,50" in halaman
    assert IsianAkip.objects.count() == 0
