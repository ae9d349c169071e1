"""Membaca jawaban rumusan: tiap isinya dicocokkan dengan rubrik dan rumusnya."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from core.angka import bulatkan, format_angka
from core.periode import TAHUN_AKHIR, TAHUN_AWAL
from idm.rumusan.bentuk import INDEKS, ButirRumusan, Rumusan, Salah, anggota
from idm.scoring import DESIMAL, SKOR_TERTINGGI, TOLERANSI, Ambang, Status, idm, indeks, status

TERPANJANG = 60  # aksara isi berkas yang dikutip dalam pesan
BARIS_JUMLAH = 5  # tiap indeks, IDM dan statusnya


def baca(
    isi: Any,
    rubrik: Callable[[int], Sequence[ButirRumusan]],
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
    if not isinstance(kode, str) or not re.fullmatch(r"[0-9]{10}", kode):
        masalah.append(f"IDENTITAS id_desa {_kutip(kode)} bukan kode desa sepuluh angka.")
    tahun = ringkasan.get("TAHUN")
    if not isinstance(tahun, int) or not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise Salah([*masalah, f"SUMMARIES TAHUN {_kutip(tahun)} bukan tahun."])
    butir = rubrik(tahun)
    if not butir:
        raise Salah([*masalah, f"Tidak ada instrumen skor untuk tahun {tahun}."])
    rows: Any = data.get("ROW")
    if salah := _salah_baris(rows, len(butir) + BARIS_JUMLAH, tahun):
        raise Salah([*masalah, salah])
    berskor = list(_berskor(rows, butir, tahun, masalah))
    if masalah:
        raise Salah(masalah)
    hitung = _hitung(berskor)
    tingkat = status(hitung["IDM"], ambang(tahun))
    berskor.sort(key=lambda satu: satu.posisi)
    return Rumusan(
        kode=str(kode),
        nama=str(identitas.get("nama_desa") or ""),
        tahun=tahun,
        skor="".join(str(satu.skor) for satu in berskor),
        tertulis=_cocok(rows, ringkasan, tahun, hitung, tingkat),
        status=tingkat,
    )


def _data(isi: Any) -> dict[str, Any]:
    """Isi `mapData`; `Salah` dengan pesan layanannya bila tidak ada."""
    jawaban = _peta(isi)
    data = jawaban.get("mapData")
    if isinstance(data, dict):
        return data
    sebab = " (tanpa mapData)"
    if pesan := jawaban.get("message"):
        sebab = f": {_kutip(pesan)}"
    raise Salah([f"Bukan jawaban rumusan IDM{sebab}."])


def _peta(isi: Any) -> dict[str, Any]:
    """`isi` bila peta, atau peta pertama dalam daftarnya; selain itu kosong."""
    satu = isi
    if isinstance(isi, list) and isi:
        satu = isi[0]
    return satu if isinstance(satu, dict) else {}


def _salah_baris(rows: Any, perlu: int, tahun: int) -> str:
    """Kalimat bila `ROW` bukan daftar baris sebanyak yang diperlukan."""
    banyak = "bukan daftar"
    if isinstance(rows, list):
        banyak = f"{len(rows)} baris"
        is_peta = all(isinstance(row, dict) for row in rows)
        if is_peta and len(rows) == perlu:
            return ""
    return f"ROW {banyak}; instrumen {tahun} memerlukan {perlu} baris."


def _berskor(
    rows: list[dict[str, Any]],
    butir: Sequence[ButirRumusan],
    tahun: int,
    masalah: list[str],
) -> Iterator[ButirRumusan]:
    """Butir berskor menurut urutan jawaban; nama, nomor urut dan skor tiap baris diperiksa."""
    pasangan = zip(rows, _urutan_resmi(butir, tahun), strict=True)
    for letak, (row, seharusnya) in enumerate(pasangan, start=1):
        nama = seharusnya.nama if isinstance(seharusnya, ButirRumusan) else seharusnya
        tertulis = row.get("INDIKATOR")
        if not isinstance(tertulis, str) or _rapi(tertulis) != _rapi(nama):
            pesan = f"INDIKATOR {_kutip(tertulis)}, seharusnya “{nama}”."
            masalah.append(f"ROW {letak}: {pesan}")
        elif isinstance(seharusnya, ButirRumusan):
            if pesan := _salah_skor(row.get("SKOR"), seharusnya):
                masalah.append(f"ROW {letak} “{nama}”: {pesan}")
                continue
            skor = int(row["SKOR"])
            yield ButirRumusan(seharusnya.posisi, nama, seharusnya.indeks, skor)


def _urutan_resmi(butir: Sequence[ButirRumusan], tahun: int) -> Iterator[ButirRumusan | str]:
    for nama in INDEKS:
        yield from anggota(butir, nama)
        yield f"{nama} {tahun}"
    yield f"IDM {tahun}"
    yield f"STATUS IDM {tahun}"


def _salah_skor(skor: Any, butir: ButirRumusan) -> str:
    if not _is_bulat(skor) or not 0 <= skor <= SKOR_TERTINGGI:
        return f"SKOR {_kutip(skor)} bukan bilangan 0 sampai 5."
    if butir.tersedia and skor not in butir.tersedia:
        ada = ", ".join(str(s) for s in sorted(butir.tersedia))
        return f"skor {skor} tidak ada pada rubrik; yang ada {ada}."
    return ""


def _hitung(butir: list[ButirRumusan]) -> dict[str, Decimal]:
    """IKS, IKE, IKL tanpa pembulatan, dan IDM empat desimal."""
    hitung = {}
    for nama in INDEKS:
        skor = [satu.skor for satu in anggota(butir, nama)]
        diketahui = [satu for satu in skor if satu is not None]
        hitung[nama] = indeks(diketahui)
    hitung["IDM"] = idm(*hitung.values())
    return hitung


def _cocok(
    rows: list[dict[str, Any]],
    ringkasan: dict[str, Any],
    tahun: int,
    hitung: dict[str, Decimal],
    tingkat: Status,
) -> dict[str, Decimal]:
    """Indeks tertulis, empat desimal.

    `Salah` bila indeks atau statusnya bukan yang dihasilkan skornya.
    """
    tertulis = {}
    for row in rows:
        nama, *_ = str(row["INDIKATOR"]).split()
        tertulis[nama] = row.get("SKOR")
    kini = ringkasan.get("SKOR_SAAT_INI")
    masalah = _beda("SKOR_SAAT_INI", kini, hitung["IDM"])
    for nama, seharusnya in hitung.items():
        masalah += _beda(nama, tertulis.get(nama), seharusnya)
    masalah += _beda_status("STATUS", ringkasan.get("STATUS"), tingkat)
    masalah += _beda_status(f"STATUS IDM {tahun}", tertulis.get("STATUS"), tingkat)
    if masalah:
        raise Salah(masalah)
    hasil = {}
    for nama in hitung:
        angka = Decimal(tertulis[nama] or 0)
        hasil[nama.lower()] = bulatkan(angka, DESIMAL)
    return hasil


def _beda_status(tempat: str, tertulis: Any, tingkat: Status) -> list[str]:
    """Masalah bila status tertulis bukan yang dihasilkan skornya."""
    seharusnya = _rapi(tingkat.value)
    if isinstance(tertulis, str) and _rapi(tertulis) == seharusnya:
        return []
    hasil = f"skornya menghasilkan “{tingkat.value}”."
    return [f"{tempat} tertulis {_kutip(tertulis)}, {hasil}"]


def _beda(nama: str, tertulis: Any, seharusnya: Decimal) -> list[str]:
    """Masalah bila `tertulis` bukan angka 0–1 atau berbeda melebihi toleransi."""
    is_angka = isinstance(tertulis, int | Decimal) and not isinstance(tertulis, bool)
    if not is_angka or not 0 <= tertulis <= 1:
        return [f"{nama} {_kutip(tertulis)} bukan angka 0 sampai 1."]
    if abs(tertulis - seharusnya) <= TOLERANSI:
        return []
    hasil = format_angka(seharusnya, DESIMAL)
    return [f"{nama} tertulis {_kutip(tertulis)}, skornya menghasilkan {hasil}."]


def _is_bulat(x: Any) -> bool:
    return isinstance(x, int) and not isinstance(x, bool)


def _rapi(teks: str) -> str:
    return " ".join(teks.split()).casefold()


def _kutip(x: Any) -> str:
    """Isi berkas sebagaimana dibaca orang, dipendekkan."""
    if x is None:
        return "kosong"
    teks = str(x)
    if isinstance(x, Decimal):
        teks = teks.replace(".", ",")
    lanjutan = "…" if len(teks) > TERPANJANG else ""
    return f"“{teks[:TERPANJANG]}{lanjutan}”"
