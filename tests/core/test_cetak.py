from core.templatetags.cetak import naskah


def test_uang_dan_persen_dibungkus_tanpa_mengubah_huruf():
    assert naskah("terealisasi Rp 10.361.934.024 atau 96,69 %.") == (
        'terealisasi <span class="rekat">Rp 10.361.934.024</span> atau '
        '<span class="rekat">96,69 %</span>.'
    )
    assert naskah("Rp belum ada, 5 desa") == "Rp belum ada, 5 desa"


def test_tulisan_orang_dibersihkan_sekali_lagi():
    tulisan = naskah('<p>Rp 1<script>x</script><img src="https://contoh.go.id"></p>')
    assert tulisan == '<p><span class="rekat">Rp 1</span></p>'
