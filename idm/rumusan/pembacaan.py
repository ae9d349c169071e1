"""Membaca jawaban rumusan: tiap isinya dicocokkan dengan rubrik dan rumusnya."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeGuard

from core.angka import bulatkan, format_angka
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from idm import scoring
from idm.rumusan.bentuk import ButirRumusan, Rumusan, Salah, anggota
from idm.scoring import INDEKS, SKOR_TERTINGGI, TOLERANSI, Ambang, Status, idm, indeks, status

Tulisan = list[str]
Nilai = dict[str, Decimal]  # menurut indeksnya

Isi = dict[str, Any]  # menurut nama pada jawaban
SemuaIsi = list[Isi]
Butir = Sequence[ButirRumusan]

TERPANJANG = 60  # aksara isi berkas yang dikutip dalam pesan
BARIS_JUMLAH = 5  # tiap indeks, IDM dan statusnya


def read(
    isi: Any,
    rubrik: Callable[[int], Butir],
    ambang: Callable[[int], Ambang],
) -> Rumusan:
    """Baca satu jawaban terhadap instrumen tahunnya.

    `Salah` dengan semua masalahnya sekaligus.
    """
    data = _data(isi)
    ringkasan = _peta(data.get("SUMMARIES"))
    identitas = _peta(data.get("IDENTITAS"))
    kode = identitas.get("id_desa")
    masalah = []
    if not _is_kode(kode):
        masalah.append(f"IDENTITAS id_desa {_kutip(kode)} bukan kode desa sepuluh angka.")
    tahun = _tahun(ringkasan, masalah)
    butir = rubrik(tahun)
    rows = _rows(data, butir, tahun, masalah)
    berskor = list(_berskor(rows, butir, tahun, masalah))
    if masalah:
        raise Salah(masalah)
    hitung = _hitung(berskor)
    batas = ambang(tahun)
    tingkat = status(hitung["IDM"], batas)
    return Rumusan(
        kode=str(kode),
        nama=str(identitas.get("nama_desa") or ""),
        tahun=tahun,
        skor=_deret(berskor),
        tertulis=_cocok(rows, ringkasan, tahun, hitung, tingkat),
        status=tingkat,
    )


def _tahun(ringkasan: Isi, masalah: Tulisan) -> int:
    """Tahun datanya; `Salah` bila bukan tahun yang dikenal."""
    tahun = ringkasan.get("TAHUN")
    if _is_tahun(tahun):
        return tahun
    pesan = f"SUMMARIES TAHUN {_kutip(tahun)} bukan tahun."
    raise Salah([*masalah, pesan])


def _rows(data: Isi, butir: Butir, tahun: int, masalah: Tulisan) -> SemuaIsi:
    """Baris sebanyak yang diperlukan instrumennya; `Salah` bila tidak."""
    if not butir:
        pesan = f"Tidak ada instrumen skor untuk tahun {tahun}."
        raise Salah([*masalah, pesan])
    rows: Any = data.get("ROW")
    perlu = len(butir) + BARIS_JUMLAH
    salah = _salah_baris(rows, perlu, tahun)
    if salah:
        raise Salah([*masalah, salah])
    return rows


def _is_kode(isi: Any) -> bool:
    """Sepuluh angka tanpa titik, sebagaimana ditulis layanannya."""
    if not isinstance(isi, str):
        return False
    cocok = re.fullmatch(r"[0-9]{10}", isi)
    return cocok is not None


def _is_tahun(isi: Any) -> TypeGuard[int]:
    """Ditulis sebagai bilangan, bukan tulisan."""
    if not isinstance(isi, int):
        return False
    return TAHUN_AWAL <= isi <= TAHUN_AKHIR


def _deret(butir: list[ButirRumusan]) -> str:
    """Skor menurut posisi indikatornya, bukan menurut urutan jawaban."""
    berurut = sorted(butir, key=lambda satu: satu.posisi)
    skor = [str(satu.skor) for satu in berurut]
    return "".join(skor)


def _data(isi: Any) -> Isi:
    """Isi `mapData`; `Salah` dengan pesan layanannya bila tidak ada."""
    jawaban = _peta(isi)
    data = jawaban.get("mapData")
    if isinstance(data, dict):
        return data
    sebab = " (tanpa mapData)"
    if pesan := jawaban.get("message"):
        sebab = f": {_kutip(pesan)}"
    raise Salah([f"Bukan jawaban rumusan IDM{sebab}."])


def _peta(isi: Any) -> Isi:
    """`isi` bila peta, atau peta pertama dalam daftarnya; selain itu kosong."""
    satu = isi
    if isinstance(isi, list) and isi:
        satu = isi[0]
    if isinstance(satu, dict):
        return satu
    return {}


def _salah_baris(rows: Any, perlu: int, tahun: int) -> str:
    """Kalimat bila `ROW` bukan daftar baris sebanyak yang diperlukan."""
    diminta = f"instrumen {tahun} memerlukan {perlu} baris."
    if not isinstance(rows, list):
        return f"ROW bukan daftar; {diminta}"
    banyak = len(rows)
    is_peta = all(isinstance(row, dict) for row in rows)
    if is_peta and banyak == perlu:
        return ""
    return f"ROW {banyak} baris; {diminta}"


def _berskor(
    rows: SemuaIsi,
    butir: Butir,
    tahun: int,
    masalah: Tulisan,
) -> Iterator[ButirRumusan]:
    """Butir berskor menurut urutan jawaban; nama, nomor urut dan skor tiap baris diperiksa."""
    urutan = _urutan_resmi(butir, tahun)
    pasangan = zip(rows, urutan, strict=True)
    for letak, (row, seharusnya) in enumerate(pasangan, start=1):
        tempat = f"ROW {letak}"
        nama = str(seharusnya)
        if isinstance(seharusnya, ButirRumusan):
            nama = seharusnya.nama
        tertulis = row.get("INDIKATOR")
        if not _is_tertulis(tertulis, nama):
            kutipan = _kutip(tertulis)
            pesan = f"INDIKATOR {kutipan}, seharusnya “{nama}”."
            kalimat = f"{tempat}: {pesan}"
            masalah.append(kalimat)
        elif isinstance(seharusnya, ButirRumusan):
            skor = row.get("SKOR")
            if pesan := _salah_skor(skor, seharusnya):
                kalimat = f"{tempat} “{nama}”: {pesan}"
                masalah.append(kalimat)
                continue
            yield ButirRumusan(
                posisi=seharusnya.posisi,
                nama=nama,
                indeks=seharusnya.indeks,
                skor=int(row["SKOR"]),
            )


def _urutan_resmi(butir: Butir, tahun: int) -> Iterator[ButirRumusan | str]:
    """Baris jumlah sesudah tiap indeks, IDM dan statusnya di akhir."""
    for nama in INDEKS:
        yield from anggota(butir, nama)
        yield f"{nama} {tahun}"
    yield f"IDM {tahun}"
    yield f"STATUS IDM {tahun}"


def _salah_skor(skor: Any, butir: ButirRumusan) -> str:
    """Bilangan yang ada pada rubriknya; rubrik yang tidak dimuat menerima semuanya."""
    if not _is_bulat(skor) or not 0 <= skor <= SKOR_TERTINGGI:
        return f"SKOR {_kutip(skor)} bukan bilangan 0 sampai 5."
    tersedia = butir.tersedia
    if not tersedia or skor in tersedia:
        return ""
    berurut = sorted(tersedia)
    ada = ", ".join(map(str, berurut))
    return f"skor {skor} tidak ada pada rubrik; yang ada {ada}."


def _hitung(butir: list[ButirRumusan]) -> Nilai:
    """IKS, IKE, IKL tanpa pembulatan, dan IDM empat desimal."""
    hitung = {}
    for nama in INDEKS:
        milik = anggota(butir, nama)
        skor = [satu.skor for satu in milik]
        diketahui = [satu for satu in skor if satu is not None]
        hitung[nama] = indeks(diketahui)
    hitung["IDM"] = idm(*hitung.values())
    return hitung


def _cocok(
    rows: SemuaIsi,
    ringkasan: Isi,
    tahun: int,
    hitung: Nilai,
    tingkat: Status,
) -> Nilai:
    """Indeks tertulis, empat desimal.

    `Salah` bila indeks atau statusnya bukan yang dihasilkan skornya.
    """
    tertulis = _tertulis(rows)
    kini = ringkasan.get("SKOR_SAAT_INI")
    masalah = _beda("SKOR_SAAT_INI", kini, hitung["IDM"])
    for nama, seharusnya in hitung.items():
        skor = tertulis.get(nama)
        masalah += _beda(nama, skor, seharusnya)
    ringkas = ringkasan.get("STATUS")
    masalah += _beda_status("STATUS", ringkas, tingkat)
    pada_baris = tertulis.get("STATUS")
    masalah += _beda_status(f"STATUS IDM {tahun}", pada_baris, tingkat)
    if masalah:
        raise Salah(masalah)
    hasil = {}
    for nama in hitung:
        angka = Decimal(tertulis[nama] or 0)
        kolom = nama.lower()
        hasil[kolom] = bulatkan(angka, scoring.DESIMAL)
    return hasil


def _tertulis(rows: SemuaIsi) -> Isi:
    """Isi SKOR tiap baris menurut kata pertama namanya, seperti IKS pada `IKS 2024`."""
    tertulis = {}
    for row in rows:
        sebutan = str(row["INDIKATOR"])
        nama, *_ = sebutan.split()
        tertulis[nama] = row.get("SKOR")
    return tertulis


def _beda_status(tempat: str, tertulis: Any, tingkat: Status) -> Tulisan:
    """Masalah bila status tertulis bukan yang dihasilkan skornya."""
    if _is_tertulis(tertulis, tingkat.value):
        return []
    hasil = f"skornya menghasilkan “{tingkat.value}”."
    kutipan = _kutip(tertulis)
    return [f"{tempat} tertulis {kutipan}, {hasil}"]


def _beda(nama: str, tertulis: Any, seharusnya: Decimal) -> Tulisan:
    """Masalah bila `tertulis` bukan angka 0–1 atau berbeda melebihi toleransi."""
    kutipan = _kutip(tertulis)
    is_angka = isinstance(tertulis, Decimal) or _is_bulat(tertulis)
    if not is_angka or not 0 <= tertulis <= 1:
        return [f"{nama} {kutipan} bukan angka 0 sampai 1."]
    selisih = abs(tertulis - seharusnya)
    if selisih <= TOLERANSI:
        return []
    hasil = format_angka(seharusnya, scoring.DESIMAL)
    return [f"{nama} tertulis {kutipan}, skornya menghasilkan {hasil}."]


def _is_tertulis(isi: Any, seharusnya: str) -> bool:
    """Tulisan yang sama, terlepas dari spasi dan huruf besarnya."""
    if not isinstance(isi, str):
        return False
    return _rapi(isi) == _rapi(seharusnya)


def _is_bulat(x: Any) -> bool:
    """Ya dan tidak bukan bilangan."""
    if isinstance(x, bool):
        return False
    return isinstance(x, int)


def _rapi(teks: str) -> str:
    """Spasi dan huruf besar pada jawaban tidak selalu sama."""
    kata = teks.split()
    rapat = " ".join(kata)
    return rapat.casefold()


def _kutip(x: Any) -> str:
    """Isi berkas sebagaimana dibaca orang, dipendekkan."""
    if x is None:
        return "kosong"
    teks = str(x)
    if isinstance(x, Decimal):
        teks = teks.replace(".", ",")
    lanjutan = ""
    if len(teks) > TERPANJANG:
        lanjutan = "…"
    return f"“{teks[:TERPANJANG]}{lanjutan}”"
