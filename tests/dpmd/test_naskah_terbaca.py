"""Tiap tulisan dan angka pada isi tiap naskah yang terdaftar terbaca pada PDF-nya."""

import pytest

from documents import jenis
from documents.models import Snapshot
from documents.printing import draw_pdf, print_html
from tests import emas
from tests.idm.indeks_desa import test_penetapan
from tests.kinerja.akip import test_hasil_evaluasi
from tests.kinerja.naskah import test_naskah_kinerja, test_pernyataan_reviu
from tests.kinerja.naskah.lkjip import test_cetak_lkjip
from tests.kinerja.reviu import test_meja
from tests.terbaca import TANPA, isi_tak_terbaca, prosa_tak_terbaca

# yang PDF-nya sudah dibuat uji lain
DI_TEMPAT_LAIN = {
    "idm.PenetapanIdm:indeks_desa": test_penetapan.test_cetakan_dan_lembarnya,
    "kinerja.Lkjip": test_cetak_lkjip.test_nomor_halaman_daftar_benar_dan_tabel_terbaca,
    "kinerja.HasilEvaluasi": test_hasil_evaluasi.test_setiap_tulisan_laporan_tercetak,
    "kinerja.HasilReviu": test_meja.test_setiap_tulisan_catatan_hasil_tercetak,
    "kinerja.PernyataanReviu": test_pernyataan_reviu.test_satu_halaman,
}
# jenis tahun ini dicetak dari data; isi beku tiap rilisnya juga di sini
KINI = {f"kinerja.NaskahKinerja:{nama}" for nama in test_naskah_kinerja.BERTABEL}
PENGGALAN = ("_bidang", "_kosong", "_uji")
UTUH = [
    berkas
    for berkas in emas.BERKAS
    if emas.LABEL[emas.jenis(berkas)] not in DI_TEMPAT_LAIN and not berkas.stem.endswith(PENGGALAN)
]


def test_tiap_naskah_terdaftar_dibaca() -> None:
    """Naskah baru yang PDF-nya belum dihadapkan dengan isinya menggagalkan uji ini."""
    dicetak = {emas.LABEL[emas.jenis(berkas)] for berkas in UTUH}
    assert jenis._JENIS.keys() == dicetak | KINI | DI_TEMPAT_LAIN.keys()
    for uji in (*DI_TEMPAT_LAIN.values(), test_naskah_kinerja.test_pdf_memuat_tiap_sel_dan_isinya):
        assert "isi_tak_terbaca" in uji.__code__.co_names


@pytest.mark.parametrize("berkas", UTUH, ids=emas.sebutan)
def test_isi_terbaca_pada_pdf(berkas) -> None:
    nama = emas.jenis(berkas)
    beku = Snapshot(content=berkas.read_text())
    naskah = emas.kosong(nama, status="ditandatangani", snapshot=beku)
    isi, pdf = emas.naskah(berkas).restore(beku.content), draw_pdf(naskah)
    assert isi_tak_terbaca(isi, pdf, *TANPA.get(nama, ())) == []
    if not naskah.jenis_naskah.is_tabular:
        assert prosa_tak_terbaca(print_html(naskah), pdf) == []
