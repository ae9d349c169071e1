"""Draf satu desa: jawaban, catatan, salinan tahun lalu; berlaku sesudah diverifikasi.

Sama bagi indikator IDM dan aspek Indeks Desa.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm import deret
from idm.actions.berlaku import berlakukan, hasil_berlaku, hasil_isian, pulihkan_semula
from idm.models import CatatanJawaban, IndikatorIdm, Instrumen, IsianIdm
from idm.models.ukuran import tabel_hasil
from idm.sources import instrumen_butir, skor_lalu, susunan
from idm.susunan import Susunan
from villages.models import Desa
from villages.sources import menurut_tahun

PerInstrumen = dict[int, Susunan]

StatusIsian = IsianIdm.StatusIsian


def instrumen_tahun(tahun: int) -> Instrumen | None:
    """Instrumen yang butirnya dapat diisi untuk tahun itu; `None` bila belum ada."""
    return instrumen_butir(tahun)


def isian(desa: Desa, tahun: int, instrumen: Instrumen, banyak: int) -> IsianIdm:
    """Isian yang ada, atau yang baru (belum disimpan) dari skor yang berlaku tahun itu."""
    rows = IsianIdm.objects.filter(desa=desa, tahun=tahun)
    berinstrumen = rows.select_related("instrumen")
    ada: IsianIdm | None = berinstrumen.first()
    if ada is not None:
        return ada
    skor = deret.kosong(banyak)
    hasil = tabel_hasil(instrumen)
    berlaku = hasil.objects.filter(desa=desa, tahun=tahun, instrumen=instrumen)
    tercatat = berlaku.first()
    is_sepanjang = tercatat is not None and len(tercatat.deret) == banyak
    if tercatat and is_sepanjang:
        skor = tercatat.deret
    return IsianIdm(desa=desa, tahun=tahun, instrumen=instrumen, skor=skor)


def jawab(*, isian: IsianIdm, jawaban: Mapping[int, int], by: Any, note: str = "") -> IsianIdm:
    """Simpan skor per posisi; `Refused` bila terkunci atau skornya tidak ada pada rubrik."""
    with audit.locked(isian.kabupaten_kode):
        kini = _terkini(isian)
        indikator = rubrik(kini.instrumen)
        sebelum = kini.skor
        is_baru = kini.pk is None
        changes = {}
        for posisi, skor in jawaban.items():
            ditanya = indikator.get(posisi)
            _tolak_asing(ditanya, posisi, skor)
            lama = deret.skor(sebelum, posisi)
            if is_baru or lama != skor:
                sebutan = str(ditanya)
                semula = _tulisan(lama)
                changes[sebutan] = [semula, str(skor)]
        kini.skor = deret.ganti(sebelum, jawaban)
        if changes:
            door.save(kini, by=by, changes=changes, note=note)
    return kini


def _tolak_asing(indikator: IndikatorIdm | None, posisi: int, skor: int) -> None:
    """`Refused` bila skornya tidak ada pada rubrik indikatornya."""
    ada: tuple[int, ...] = ()
    if indikator:
        ada = indikator.tersedia
    if skor in ada:
        return
    sebutan = indikator or f"Indikator {posisi}"
    daftar = ", ".join(map(str, ada))
    yang_ada = daftar or "tidak ada"
    pesan = f"skor {skor} tidak ada pada rubrik; yang ada {yang_ada}."
    raise Refused(f"{sebutan}: {pesan}")


def rubrik(instrumen: Instrumen) -> dict[int, IndikatorIdm]:
    """Indikator per posisi, dengan kriterianya."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set")
    berurut = rows.order_by("posisi")
    return {satu.posisi: satu for satu in berurut}


def _tulisan(skor: int | None) -> str | None:
    """Untuk jejak; yang belum dijawab tetap `None`."""
    if skor is None:
        return None
    return str(skor)


def _terkini(isian: IsianIdm) -> IsianIdm:
    """Baris terkini yang boleh diubah; yang belum tersimpan bila belum ada."""
    rows = IsianIdm.objects.filter(desa=isian.desa, tahun=isian.tahun)
    berinstrumen = rows.select_related("instrumen")
    kini: IsianIdm = berinstrumen.first() or isian
    if sebab := kini.sebab_lock():
        raise Refused(sebab)
    return kini


def ganti_draf(
    *,
    desa: Desa,
    tahun: int,
    instrumen: Instrumen,
    skor: str,
    by: Any,
    note: str,
) -> IsianIdm:
    """Seluruh deret sekaligus menjadi draf, yang dikembalikan tersimpan.

    `Refused` bila terkunci atau sudah diverifikasi.
    """
    with audit.locked(desa.kabupaten_kode):
        baru = IsianIdm(desa=desa, tahun=tahun, instrumen=instrumen)
        kini = _terkini(baru)
        kini.instrumen = instrumen
        kini.skor = skor
        door.save(kini, by=by, note=note)
    return kini


def start_isian(*, isian: IsianIdm, by: Any) -> IsianIdm:
    """Isian yang tersimpan, supaya buktinya dapat mendahului jawaban pertamanya."""
    with audit.locked(isian.kabupaten_kode):
        kini = _terkini(isian)
        if kini.pk is None:
            door.save(kini, by=by)
        return kini


def record(*, isian: IsianIdm, indikator: IndikatorIdm, catatan: str, by: Any) -> None:
    """Simpan, ganti, atau hapus (bila kosong) catatan satu jawaban."""
    with audit.locked(isian.kabupaten_kode):
        kini = start_isian(isian=isian, by=by)
        rows = CatatanJawaban.objects.filter(isian=kini, indikator=indikator)
        ada = rows.first()
        lama = ""
        if ada:
            lama = ada.catatan
        if catatan == lama:
            return
        if ada and not catatan:
            door.delete(ada, by=by)
        else:
            ada = ada or CatatanJawaban(isian=kini, indikator=indikator)
            ada.catatan = catatan
            door.save(ada, by=by)


def copy_blok(*, isian: IsianIdm, posisi: Iterable[int], by: Any) -> int:
    """Jawaban tahun lalu bagi indikator blok itu yang belum dijawab; kembaliannya banyaknya."""
    lalu = skor_lalu(isian.desa, isian.tahun, isian.instrumen)
    jawaban = {}
    for satu in posisi:
        skor = deret.skor(lalu, satu)
        kini = deret.skor(isian.skor, satu)
        if kini is None and skor is not None:
            jawaban[satu] = skor
    if jawaban:
        jawab(
            isian=isian,
            jawaban=jawaban,
            by=by,
            note=f"Sama dengan tahun {isian.tahun - 1}.",
        )
    return len(jawaban)


def kurang(isian: IsianIdm) -> list[str]:
    """Kalimat yang menahan verifikasi: yang belum dijawab, dan penurunan yang belum dijelaskan."""
    kalimat = []
    belum = len(isian.skor) - isian.terjawab
    if belum:
        kalimat.append(f"{belum} {isian.instrumen.sebutan_butir} belum dijawab.")
    tanpa = _tanpa_catatan(isian)
    if tanpa:
        indikator = rubrik(isian.instrumen)
        sebutan = [str(indikator[posisi]) for posisi in tanpa]
        nama = ", ".join(sebutan)
        kalimat.append(f"Skor turun dua atau lebih tanpa catatan: {nama}.")
    return kalimat


def _tanpa_catatan(isian: IsianIdm) -> list[int]:
    """Posisi yang skornya turun banyak dan belum dijelaskan."""
    lalu = skor_lalu(isian.desa, isian.tahun, isian.instrumen)
    dicatat: set[int] = set()
    if isian.pk:
        catatan = isian.catatanjawaban_set
        posisi_dicatat = catatan.values_list("indikator__posisi", flat=True)
        dicatat = set(posisi_dicatat)
    turun = deret.turun(lalu, isian.skor)
    return [posisi for posisi in turun if posisi not in dicatat]


def verifikasi(*, isian: IsianIdm, by: Any) -> IsianIdm:
    """Nyatakan isian benar: hasilnya berlaku dan isiannya terkunci.

    `Refused` bila belum lengkap.
    """
    return _verifikasi(isian, {}, by)


def _verifikasi(isian: IsianIdm, dibaca: PerInstrumen, by: Any) -> IsianIdm:
    """`dibaca` susunan tiap instrumen; yang belum ada dibaca sekali."""
    with audit.locked(isian.kabupaten_kode):
        kini = _terkini(isian)
        if kalimat := kurang(kini):
            raise Refused(" ".join(kalimat))
        if kini.pk is None:
            door.save(kini, by=by)
        kini.status = StatusIsian.DIVERIFIKASI
        kini.diverifikasi_by = by
        kini.diverifikasi_at = timezone.now()
        kini.catatan = ""
        door.save(kini, by=by, action=audit.Action.ADVANCE, only_scope=True)
        row = hasil_berlaku(kini)
        if row is None:
            baru = tabel_hasil(kini.instrumen)
            row = baru(desa=kini.desa, tahun=kini.tahun)
        nomor = kini.instrumen_id
        if nomor not in dibaca:
            dibaca[nomor] = susunan(kini.instrumen)
        hasil = hasil_isian(kini, dibaca[nomor], by)
        berlakukan(row, hasil, by=by)
    return kini


def kembalikan(*, isian: IsianIdm, catatan: str, by: Any) -> IsianIdm:
    """Batalkan verifikasi dengan alasan.

    Isiannya draf lagi, dan yang digantikannya berlaku kembali.
    """
    alasan = catatan.strip()
    if not alasan:
        raise Refused("Catatan wajib diisi agar pengisi tahu apa yang harus diperbaiki.")
    with audit.locked(isian.kabupaten_kode):
        kini: IsianIdm | None = IsianIdm.objects.filter(pk=isian.pk).first()
        if kini is None or kini.status != StatusIsian.DIVERIFIKASI:
            raise Refused("Isian ini belum diverifikasi, jadi tidak perlu dikembalikan.")
        kini.status = StatusIsian.ISIAN
        kini.diverifikasi_by = None
        kini.diverifikasi_at = None
        kini.catatan = f"{by}: {alasan}"
        door.save(
            kini,
            by=by,
            action=audit.Action.ADVANCE,
            note=alasan,
            only_scope=True,
        )
        row = hasil_berlaku(kini)
        pulihkan_semula(row, by=by, note=alasan)
    return kini


def verifikasi_semua(*, kabupaten: Kabupaten, tahun: int, by: Any) -> tuple[int, list[str]]:
    """Verifikasi semua isian yang sudah lengkap.

    Kembaliannya banyaknya, dan alasan bagi yang belum.
    """
    rows = IsianIdm.objects.filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
        status=StatusIsian.ISIAN,
    )
    dibaca: PerInstrumen = {}
    banyak = 0
    alasan = []
    for satu in menurut_tahun(rows.select_related("instrumen"), tahun):
        try:
            _verifikasi(satu, dibaca, by)
            banyak += 1
        except Refused as error:
            sebab = f"{satu.desa}: {error}"
            alasan.append(sebab)
    return banyak, alasan
