from kinerja.reports.tabel_keuangan import sandingkan, tabel_keuangan


def sel(isi, rentang):
    return {"isi": isi, "rentang": rentang}


def test_daftar_pendek_merentang_sampai_bawah():
    assert sandingkan(["a"], ["x", "y", "z"]) == [
        {"kiri": sel("a", 3), "kanan": sel("x", 1)},
        {"kiri": None, "kanan": sel("y", 1)},
        {"kiri": None, "kanan": sel("z", 1)},
    ]
    assert sandingkan(["a", "b", "c"], ["x", "y"])[1:] == [
        {"kiri": sel("b", 1), "kanan": sel("y", 2)},
        {"kiri": sel("c", 1), "kanan": None},
    ]


def test_daftar_kosong():
    assert sandingkan([], []) == []
    assert sandingkan([], ["x", "y"]) == [
        {"kiri": sel(None, 2), "kanan": sel("x", 1)},
        {"kiri": None, "kanan": sel("y", 1)},
    ]


def test_penunjang_dipisah_dari_program_sasaran():
    iku = [{"sasaran": "S", "baris": [{"nama": "I", "desimal": 0, "target": 1, "realisasi": 1, "capaian": 100}]}]
    program = [{"nama": "Penunjang", "is_penunjang": True}, {"nama": "Penataan", "is_penunjang": False}]
    hasil = tabel_keuangan(iku, program)
    assert [u["nama"] for u in hasil["penunjang"]] == ["Penunjang"]
    (baris,) = hasil["sasaran"]
    assert (baris["kiri"]["isi"]["sasaran"], baris["kanan"]["isi"]["nama"]) == ("S", "Penataan")
