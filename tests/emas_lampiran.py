"""Baris lampiran penetapan IDM dan bukti IKK yang semestinya, dari isi beku versi 1."""

from collections.abc import Iterator

from tests.emas_baris import KOSONG, Isi, Sel, TabelEmas, angka, kata

SATU = angka(1)
SUMBER_BERFORMULIR = {"desa": slice(0, 1), "selisih": slice(0, 2)}


def status(isi: Isi) -> TabelEmas:
    """Banyak desa tiap status tahun lalu dan kini, perubahannya, dan jumlahnya."""
    tabel = isi["tabel"]
    rows = []
    for satu in tabel["baris"]:
        nilai = [angka(satu[nama]) for nama in ("lalu", "kini", "perubahan_kini")]
        rows.append([kata(satu["status"].title()), *nilai])
    return TabelEmas(
        rows, [[kata("Jumlah"), angka(tabel["jumlah_lalu"]), angka(tabel["jumlah_kini"])]]
    )


def kecamatan(isi: Isi) -> TabelEmas:
    """Banyak desa per status tiap kecamatan; jumlahnya jumlah status kini."""
    rows = [
        [angka(urut), kata(satu["nama"]), *map(angka, satu["status"]), angka(satu["jumlah"])]
        for urut, satu in enumerate(isi["kecamatan"], start=1)
    ]
    tabel = isi["tabel"]
    kini = [*(satu["kini"] for satu in tabel["baris"]), tabel["jumlah_kini"]]
    return TabelEmas(rows, [[kata("Jumlah"), *map(angka, kini)]])


def desa(isi: Isi, *, is_berskor: bool = False) -> TabelEmas:
    """IDM dan status tiap desa; lembar kerjanya juga memuat deret skor."""
    rows = [_desa(urut, satu) for urut, satu in enumerate(isi["desa"], start=1)]
    if is_berskor:
        rows = [[*row, kata(satu["skor"])] for row, satu in zip(rows, isi["desa"], strict=True)]
    return TabelEmas(rows, [])


def _desa(urut: int, satu: Isi) -> list[Sel]:
    return [
        angka(urut),
        *(kata(satu[nama]) for nama in ("kode", "nama", "kecamatan")),
        *(angka(satu[nama], 4) for nama in ("iks", "ike", "ikl", "idm")),
        kata(satu["status"].title()),
    ]


def penetapan(isi: Isi) -> list[TabelEmas]:
    """Tabel cetakan menurut urutannya."""
    return [status(isi), kecamatan(isi), desa(isi)]


def bukti(isi: Isi) -> Iterator[TabelEmas]:
    """Tabel cetakan menurut urutannya: lampiran tiap output, sekali lagi pada tiap outcome."""
    for _ in isi["outcome"]:
        for output in isi["output"]:
            yield from _lampiran(isi, output)


def _lampiran(isi: Isi, output: Isi) -> list[TabelEmas]:
    sumber = output["sumber"]
    if sumber in SUMBER_BERFORMULIR:
        return [
            formulir(satu, is_cetak=True) for satu in isi["formulir"][SUMBER_BERFORMULIR[sumber]]
        ]
    if sumber == "up2k":
        return [pkk(isi)]
    rinci = [] if output["angka"] is None else [lembaga(isi)]
    return [*rinci, kelembagaan(isi)]


def formulir(isi: Isi, *, is_cetak: bool = False) -> TabelEmas:
    """Bagian A dan B yang berisi, desa tiap kecamatannya, dan banyak yang aktif dan tidak aktif."""
    rows: list[list[Sel]] = []
    for bagian in isi["bagian"]:
        if bagian["kecamatan"]:
            rows.append([kata(f"{bagian['huruf']}. {bagian['judul']}"), *[KOSONG] * 7])
        for satu in bagian["kecamatan"]:
            rows += _kerja_sama(satu, is_cetak=is_cetak)
    aktif = [angka(isi["jumlah"][nama]) for nama in ("aktif", "tidak_aktif")]
    sebutan = f"TOTAL {isi['jumlah']['baris']} DESA" if is_cetak else "TOTAL"
    return TabelEmas(rows, [[kata(sebutan), *(aktif if rows else ())]])


def _kerja_sama(satu: Isi, *, is_cetak: bool) -> list[list[Sel]]:
    """Nomor dan kecamatan pada baris pertamanya, dengan dokumen dan keterangan bersamanya."""
    awal = [angka(satu["nomor"]), kata(satu["kecamatan"])]
    bersama = [kata(satu["dokumen"]), kata("\n".join(satu["keterangan"]))]
    rows = [_anggota(desa, is_cetak=is_cetak) for desa in satu["desa"]]
    if satu["is_berbaris"] or not rows:
        return [[*awal, *[KOSONG] * 3, *bersama, KOSONG], *rows]
    rows[0][:2], rows[0][5:7] = awal, bersama
    return rows


def _anggota(desa: Isi, *, is_cetak: bool) -> list[Sel]:
    aktif = [SATU, KOSONG] if desa["is_aktif"] else [KOSONG, SATU]
    kontak = kata("pada DPMD" if desa["is_berkontak"] else "-") if is_cetak else KOSONG
    return [KOSONG, KOSONG, kata(desa["nama"]), *aktif, kata(desa["perdes"]), KOSONG, kontak]


def lembaga(isi: Isi) -> TabelEmas:
    """Banyak tiap jenis lembaga."""
    jenis = isi["kelembagaan"]["lembaga"]
    rows = [
        [angka(urut), kata(satu["nama"]), angka(satu["jumlah"])]
        for urut, satu in enumerate(jenis, start=1)
    ]
    return TabelEmas(rows, [])


def kelembagaan(isi: Isi) -> TabelEmas:
    """Lembaga per kecamatan dengan jumlahnya, dan jumlah sekabupaten."""
    tabel = isi["kelembagaan"]
    rows = [
        [
            angka(urut),
            kata(satu["kecamatan"]),
            *map(angka, satu["isi"]),
            _lembaga_kecamatan(satu["isi"]),
        ]
        for urut, satu in enumerate(tabel["baris"], start=1)
    ]
    return TabelEmas(rows, [[kata("JUMLAH"), *map(angka, tabel["jumlah"]), angka(tabel["semua"])]])


def _lembaga_kecamatan(isi: list[int | None]) -> Sel:
    """Kosong bila ada yang belum dilaporkan; dua angka pertama banyak desa dan kelurahan."""
    lapor = [satu for satu in isi[2:] if satu is not None]
    return angka(sum(lapor)) if len(lapor) == len(isi[2:]) else KOSONG


def pkk(isi: Isi) -> TabelEmas:
    """Kegiatan PKK per kecamatan."""
    tabel = isi["pkk"]
    rows = [
        [angka(urut), kata(satu["kecamatan"]), *map(angka, satu["isi"]), kata(satu["keterangan"])]
        for urut, satu in enumerate(tabel["baris"], start=1)
    ]
    return TabelEmas(rows, [[kata("JUMLAH"), *map(angka, tabel["jumlah"])]])
