from kinerja.aturan.teks import Blok, blok, isi, rujukan


def test_rujukan_unik_menurut_urutan():
    assert rujukan("{iku.1.target} lalu {anggaran.pagu} dan {iku.1.target}") == [
        "iku.1.target",
        "anggaran.pagu",
    ]


def test_isi_mengganti_yang_dikenal_dan_membiarkan_yang_asing():
    assert (
        isi("Target {iku.1.target}, {entah.apa}", {"iku.1.target": "243"})
        == "Target 243, {entah.apa}"
    )


def test_kurung_biasa_bukan_rujukan():
    assert rujukan("himpunan {A, B} dan {}") == []


def test_paragraf_dipisah_baris_kosong_dan_baris_disambung():
    assert blok("Satu\ndua.\n\nTiga.") == (
        Blok(jenis="p", isi=("Satu dua.",)),
        Blok(jenis="p", isi=("Tiga.",)),
    )


def test_daftar_bernomor_dan_butir():
    assert blok("Dasar:\n1. UU\n2. PP\n- butir") == (
        Blok(jenis="p", isi=("Dasar:",)),
        Blok(jenis="ol", isi=("UU", "PP")),
        Blok(jenis="ul", isi=("butir",)),
    )


def test_daftar_yang_terpisah_baris_kosong_tetap_satu():
    assert blok("1. UU\n\n2. PP") == (Blok(jenis="ol", isi=("UU", "PP")),)


def test_teks_kosong():
    assert blok("  \n ") == ()
