from core.templatetags.cetak import pangkas, rekat


def test_uang_dan_persen_dibungkus_tanpa_mengubah_huruf():
    assert rekat("terealisasi Rp 10.361.934.024 atau 96,69 %.") == (
        'terealisasi <span class="rekat">Rp 10.361.934.024</span> atau '
        '<span class="rekat">96,69 %</span>.'
    )
    assert rekat("Rp belum ada, 5 desa") == "Rp belum ada, 5 desa"


def test_tulisan_orang_tetap_diloloskan():
    assert rekat("<b>Rp 1</b>") == '&lt;b&gt;<span class="rekat">Rp 1</span>&lt;/b&gt;'


def test_judul_tanpa_spasi_tepi():
    assert pangkas("\n Daftar Isi \n") == "Daftar Isi"
