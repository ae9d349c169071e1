"""Jawaban rumusan sebagai data: disusun, dibaca kembali, dan semua kesalahannya disebut."""

import copy
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from idm.rumusan import KOLOM, PELAKSANA, ButirRumusan, HasilRumusan, Salah, nilai, read, susun
from idm.scoring import AMBANG, Status, idm, indeks, status

CONTOH = Path(__file__).with_name("rumusan_idm_2021.json")
SEMUA = (5, 4, 3, 2, 1, 0)
IDENTITAS = {"id_desa": "1607012001", "nama_desa": "UJI"}


def contoh() -> dict[str, Any]:
    return json.loads(CONTOH.read_text(), parse_float=Decimal)


def instrumen(
    panjang: tuple[int, int, int] = (35, 12, 3), tersedia: tuple[int, ...] = SEMUA
) -> list[ButirRumusan]:
    """Butir tanpa skor; posisinya menurut urutan indeks."""
    iks, ike, ikl = panjang
    urut = enumerate(["IKS"] * iks + ["IKE"] * ike + ["IKL"] * ikl, start=1)
    return [ButirRumusan(i, f"Skor {i}", n, tersedia=tersedia) for i, n in urut]


def dari_contoh() -> list[ButirRumusan]:
    """Instrumen 2021 menurut nama pada contoh."""
    rows = [r for r in contoh()["mapData"]["ROW"] if r["NO"]]
    return [
        ButirRumusan(b.posisi, r["INDIKATOR"], b.indeks, tersedia=SEMUA)
        for b, r in zip(instrumen(), rows, strict=True)
    ]


def berskor(skor: str, butir: list[ButirRumusan]) -> list[ButirRumusan]:
    return [
        ButirRumusan(b.posisi, b.nama, b.indeks, int(s)) for b, s in zip(butir, skor, strict=True)
    ]


def hasil(butir: list[ButirRumusan], tahun: int = 2024) -> HasilRumusan:
    skor: dict[str, list[int | None]] = {"IKS": [], "IKE": [], "IKL": []}
    for satu in butir:
        skor[satu.indeks].append(satu.skor)
    angka = {nama: indeks(nilai) for nama, nilai in skor.items()}
    total = idm(*angka.values())
    return HasilRumusan(tahun, angka, total, status(total))


def read_uji(isi: Any, butir: list[ButirRumusan] | None = None) -> Any:
    return read(isi, lambda tahun: dari_contoh() if butir is None else butir, lambda tahun: AMBANG)


def masalah(isi: Any, butir: list[ButirRumusan] | None = None) -> list[str]:
    with pytest.raises(Salah) as galat:
        read_uji(isi, butir)
    assert str(galat.value) == " ".join(galat.value.masalah)
    return galat.value.masalah


def test_contoh_terbaca() -> None:
    isi = read_uji(contoh())
    assert (isi.kode, isi.nama, isi.tahun, isi.status) == (
        "3216082011",
        "CIKEDOKAN",
        2021,
        Status.BERKEMBANG,
    )
    assert isi.skor == "50501135111115535555515555555555444" + "111535021355" + "553"
    assert isi.tertulis == {
        "iks": Decimal("0.7200"), "ike": Decimal("0.5333"), "ikl": Decimal("0.8667"),
        "idm": Decimal("0.7067"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("skor", "banyak", "tulisan"),
    [
        (5, 35, "0"), (0, 35, "0.00952381"), (1, 35, "0.00761905"), (3, 35, "0.00380952"),
        (4, 35, "0.00190476"), (1, 12, "0.02222222"), (0, 12, "0.02777778"), (2, 12, "0.01666667"),
        (3, 3, "0.04444444"), (0, 38, "0.00877193"),
    ],
)  # fmt: skip
def test_nilai_delapan_desimal(skor: int, banyak: int, tulisan: str) -> None:
    assert nilai(skor, banyak) == tulisan


@pytest.mark.parametrize("panjang", [(35, 12, 3), (38, 12, 4)])
def test_letak_jumlah_dan_nomor(panjang: tuple[int, int, int]) -> None:
    butir = berskor("3" * sum(panjang), instrumen(panjang))
    rows = susun(hasil(butir), butir, AMBANG, IDENTITAS)["mapData"]["ROW"]
    jumlah = [(i, r["INDIKATOR"]) for i, r in enumerate(rows) if r["NO"] is None]
    s, e, lingkungan = panjang
    letak = [s, s + e + 1, s + e + lingkungan + 2, s + e + lingkungan + 3, s + e + lingkungan + 4]
    nama = ["IKS 2024", "IKE 2024", "IKL 2024", "IDM 2024", "STATUS IDM 2024"]
    assert jumlah == list(zip(letak, nama, strict=True))
    assert [r["NO"] for r in rows[:s]] == list(range(1, s + 1))
    assert [r["NO"] for r in rows[s + 1 : s + e + 1]] == list(range(1, e + 1))
    assert all(tuple(r) == KOLOM for r in rows)
    assert all(
        set(r.values()) - {r["INDIKATOR"], r["SKOR"]} == {None} for r in rows if r["NO"] is None
    )


@pytest.mark.parametrize(
    ("angka", "sasaran", "minimal"),
    [
        ("0", "TERTINGGAL", "0.4908"),
        ("0.4907", "TERTINGGAL", "0.4908"),
        ("0.4908", "BERKEMBANG", "0.5990"),
        ("0.5989", "BERKEMBANG", "0.5990"),
        ("0.7", "MAJU", "0.7073"),
        ("0.7073", "MANDIRI", "0.8156"),
        ("0.8155", "MANDIRI", "0.8156"),
        ("0.8156", "MANDIRI", "0.8156"),
        ("1", "MANDIRI", "0.8156"),
    ],
)
def test_sasaran_dan_tambahan(angka: str, sasaran: str, minimal: str) -> None:
    """Hanya indeks yang diketahui: angkanya dipakai sebagaimana ditetapkan, indikatornya kosong."""
    nilai_idm = Decimal(angka)
    terbitan = HasilRumusan(
        2023, dict.fromkeys(("IKS", "IKE", "IKL"), nilai_idm), nilai_idm, status(nilai_idm)
    )
    data = susun(terbitan, instrumen(), AMBANG, IDENTITAS)["mapData"]
    ringkasan = data["SUMMARIES"]
    assert (ringkasan["TARGET_STATUS"], ringkasan["SKOR_MINIMAL"]) == (sasaran, minimal)
    assert ringkasan["SKOR_SAAT_INI"] == nilai_idm
    assert ringkasan["PENAMBAHAN"] == max(Decimal(minimal) - nilai_idm, 0)
    assert data["ROW"][35]["SKOR"] == nilai_idm
    assert {data["ROW"][0][k] for k in ("SKOR", "NILAI", "KEGIATAN", "KETERANGAN", *PELAKSANA)} == {
        None
    }


def test_kegiatan_dan_pelaksana() -> None:
    butir = instrumen((1, 1, 2))
    isi = [
        ButirRumusan(1, "A", "IKS", 5, "penuh", "tidak dipakai", {"KAB": "DINKES", "PROV": ""}),
        ButirRumusan(2, "B", "IKE", 1, "kurang", "Bangun pasar"),
        ButirRumusan(3, "C", "IKL", 4, "hampir", ""),
        ButirRumusan(4, "D", "IKL", 2),
    ]
    assert len(butir) == len(isi)
    rows = susun(hasil(isi), isi, AMBANG, IDENTITAS)["mapData"]["ROW"]
    assert [rows[i]["KEGIATAN"] for i in (0, 2, 4, 5)] == ["-", "Bangun pasar", None, None]
    assert (rows[0]["KAB"], rows[0]["PROV"], rows[5]["KETERANGAN"]) == ("DINKES", None, None)


@settings(max_examples=60)
@given(st.data())
def test_yang_disusun_terbaca_kembali(data: st.DataObject) -> None:
    """Untuk tiap deret skor dan panjang instrumen: tulis sebagai JSON, baca, dan deretnya sama."""
    panjang = data.draw(st.tuples(*[st.integers(1, 40)] * 3))
    deret = data.draw(st.text(alphabet="012345", min_size=sum(panjang), max_size=sum(panjang)))
    kosong = instrumen(panjang)
    butir = berskor(deret, kosong)
    tulisan = json.dumps(susun(hasil(butir), butir, AMBANG, IDENTITAS), default=float)
    isi = read_uji(json.loads(tulisan, parse_float=Decimal), kosong)
    assert isi.skor == deret
    assert isi.tertulis["idm"] == hasil(butir).idm
    assert isi.status == hasil(butir).status


def test_posisi_yang_tidak_berurutan_indeks() -> None:
    """Deret menurut posisi instrumen walau jawaban mengelompokkannya menurut indeks."""
    kosong = [
        ButirRumusan(1, "L", "IKL", tersedia=SEMUA),
        ButirRumusan(2, "S", "IKS", tersedia=SEMUA),
        ButirRumusan(3, "E", "IKE", tersedia=SEMUA),
    ]
    butir = berskor("135", kosong)
    isi = json.loads(
        json.dumps(susun(hasil(butir), butir, AMBANG, IDENTITAS), default=float),
        parse_float=Decimal,
    )
    assert [r["INDIKATOR"] for r in isi["mapData"]["ROW"][::2]][:2] == ["S", "E"]
    assert read_uji(isi, kosong).skor == "135"


@pytest.mark.parametrize(
    "isi", [None, 1, "x", [], {}, [1], {"mapData": []}, {"mapData": None}, {"status": 200}]
)
def test_bukan_jawaban(isi: Any) -> None:
    assert masalah(isi) == ["Bukan jawaban rumusan IDM (tanpa mapData)."]


def test_jawaban_galat_disebut_pesannya() -> None:
    galat = {"status": 400, "error": True, "message": "ID Desa tidak ditemukan"}
    assert masalah(galat) == ["Bukan jawaban rumusan IDM: “ID Desa tidak ditemukan”."]
    assert masalah({"message": "x" * 500})[0].endswith("x…”.")


@pytest.mark.parametrize("tahun", [None, "2021", True, 0, 10**30, 1999, Decimal("2021.5"), [2021]])
def test_tahun_aneh(tahun: Any) -> None:
    isi = contoh()
    isi["mapData"]["SUMMARIES"]["TAHUN"] = tahun
    assert "bukan tahun" in masalah(isi)[-1]


@pytest.mark.parametrize("kode", [None, 3216082011, "32.16.08.2011", "321608201", "٣٢١٦٠٨٢٠١١"])
def test_kode_aneh(kode: Any) -> None:
    isi = contoh()
    isi["mapData"]["IDENTITAS"][0]["id_desa"] = kode
    assert "bukan kode desa sepuluh angka" in masalah(isi)[0]


@pytest.mark.parametrize("identitas", [None, [], "x", [None], {}])
def test_tanpa_identitas(identitas: Any) -> None:
    isi = contoh()
    isi["mapData"]["IDENTITAS"] = identitas
    assert masalah(isi) == ["IDENTITAS id_desa kosong bukan kode desa sepuluh angka."]


def test_tahun_tanpa_instrumen() -> None:
    assert masalah(contoh(), []) == ["Tidak ada instrumen skor untuk tahun 2021."]


@pytest.mark.parametrize("rows", [None, {}, [], "x", contoh()["mapData"]["ROW"][1:], [1] * 55])
def test_baris_kurang(rows: Any) -> None:
    isi = contoh()
    isi["mapData"]["ROW"] = rows
    assert "instrumen 2021 memerlukan 55 baris" in masalah(isi)[0]


def test_semua_kesalahan_sekaligus() -> None:
    """Nama tertukar, skor di luar 0–5, skor di luar rubrik, tahun jumlah lain: semuanya disebut."""
    isi = contoh()
    rows = isi["mapData"]["ROW"]
    rows[0]["INDIKATOR"] = "Skor Dokter"
    rows[1]["SKOR"] = 6
    rows[2]["SKOR"] = "5"
    rows[3]["SKOR"] = True
    rows[4]["SKOR"] = None
    rows[35]["INDIKATOR"] = "IKS 2020"
    rows[54]["INDIKATOR"] = None
    isi["mapData"]["IDENTITAS"][0]["id_desa"] = "x"
    assert masalah(isi) == [
        "IDENTITAS id_desa “x” bukan kode desa sepuluh angka.",
        "ROW 1: INDIKATOR “Skor Dokter”, seharusnya “Skor Akses Sarkes”.",
        "ROW 2 “Skor Dokter”: SKOR “6” bukan bilangan 0 sampai 5.",
        "ROW 3 “Skor Bidan”: SKOR “5” bukan bilangan 0 sampai 5.",
        "ROW 4 “Skor Nakes Lain”: SKOR “True” bukan bilangan 0 sampai 5.",
        "ROW 5 “Skor Tingkat Kepesertaan BPJS”: SKOR kosong bukan bilangan 0 sampai 5.",
        "ROW 36: INDIKATOR “IKS 2020”, seharusnya “IKS 2021”.",
        "ROW 55: INDIKATOR kosong, seharusnya “STATUS IDM 2021”.",
    ]


def test_skor_di_luar_rubrik() -> None:
    butir = dari_contoh()
    butir[1] = ButirRumusan(2, "Skor Dokter", "IKS", tersedia=(5, 1))
    butir[2] = ButirRumusan(3, "Skor Bidan", "IKS")
    assert masalah(contoh(), butir) == [
        "ROW 2 “Skor Dokter”: skor 0 tidak ada pada rubrik; yang ada 1, 5.",
    ]


def test_spasi_dan_huruf_pada_nama_diabaikan() -> None:
    isi = contoh()
    isi["mapData"]["ROW"][2]["INDIKATOR"] = "skor  BIDAN "
    isi["mapData"]["ROW"][2]["ROW_CELL"] = 12
    assert read_uji(isi).skor[2] == "5"


def test_jumlah_yang_tidak_sesuai_skornya() -> None:
    isi = contoh()
    rows, ringkasan = isi["mapData"]["ROW"], isi["mapData"]["SUMMARIES"]
    rows[35]["SKOR"] = Decimal("0.7302")
    rows[48]["SKOR"] = "0,5"
    rows[52]["SKOR"] = Decimal("1e999999999")
    rows[53]["SKOR"] = False
    rows[54]["SKOR"] = "Maju"
    ringkasan |= {"SKOR_SAAT_INI": -1, "STATUS": None}
    assert masalah(isi) == [
        "SKOR_SAAT_INI “-1” bukan angka 0 sampai 1.",
        "IKS tertulis “0,7302”, skornya menghasilkan 0,7200.",
        "IKE “0,5” bukan angka 0 sampai 1.",
        "IKL “1E+999999999” bukan angka 0 sampai 1.",
        "IDM “False” bukan angka 0 sampai 1.",
        "STATUS tertulis kosong, skornya menghasilkan “BERKEMBANG”.",
        "STATUS IDM 2021 tertulis “Maju”, skornya menghasilkan “BERKEMBANG”.",
    ]


def test_selisih_empat_desimal_diterima() -> None:
    """Jawaban berindeks empat desimal (0,7067 dari 0,70666…) tetap cocok."""
    isi = copy.deepcopy(contoh())
    isi["mapData"]["ROW"][53]["SKOR"] = Decimal("0.7067")
    isi["mapData"]["SUMMARIES"]["SKOR_SAAT_INI"] = Decimal("0.7067")
    assert read_uji(isi).tertulis["idm"] == Decimal("0.7067")
