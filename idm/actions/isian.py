"""Draf IDM satu desa: jawaban, catatan, salinan tahun lalu; berlaku sesudah diverifikasi."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm import deret
from idm.actions.berlaku import berlakukan, hasil_isian, idm_berlaku, pulihkan_semula
from idm.models import CatatanJawaban, IdmDesa, IndikatorIdm, Instrumen, IsianIdm
from villages.models import Desa

Status = IsianIdm.Status


def instrumen_tahun(tahun: int) -> Instrumen | None:
    """Instrumen berskor untuk tahun itu; `None` bila belum ada."""
    rows = Instrumen.objects.berlaku(tahun).filter(cara=Instrumen.Cara.SKOR)
    instrumen: Instrumen | None = rows.first()
    return instrumen


def isian(desa: Desa, tahun: int, instrumen: Instrumen, banyak: int) -> IsianIdm:
    """Isian yang ada, atau yang baru (belum disimpan) dari skor yang berlaku tahun itu."""
    rows = IsianIdm.objects.filter(desa=desa, tahun=tahun)
    ada: IsianIdm | None = rows.select_related("instrumen").first()
    if ada is not None:
        return ada
    skor = deret.kosong(banyak)
    berlaku = IdmDesa.objects.filter(desa=desa, tahun=tahun, instrumen=instrumen)
    tercatat = berlaku.first()
    if tercatat and len(tercatat.skor) == banyak:
        skor = tercatat.skor
    return IsianIdm(desa=desa, tahun=tahun, instrumen=instrumen, skor=skor)


def skor_lalu(desa: Desa, tahun: int, instrumen: Instrumen) -> str:
    """Deret tahun sebelumnya dengan instrumen yang sama; kosong bila tidak dapat dibandingkan."""
    lalu = IdmDesa.objects.filter(
        desa=desa,
        tahun=tahun - 1,
        instrumen=instrumen,
    ).first()
    return lalu.skor if lalu else ""


def jawab(*, isian: IsianIdm, jawaban: Mapping[int, int], by: Any, note: str = "") -> IsianIdm:
    """Simpan skor per posisi; `Refused` bila terkunci atau skornya tidak ada pada rubrik."""
    with audit.locked(isian.kabupaten_kode):
        current = _terkini(isian)
        indikator = rubrik(current.instrumen)
        for posisi, skor in jawaban.items():
            _tolak_asing(indikator.get(posisi), posisi, skor)
        sebelum = current.skor
        changes = {}
        for posisi, skor in jawaban.items():
            lama = deret.skor(sebelum, posisi)
            if lama != skor or current.pk is None:
                changes[str(indikator[posisi])] = [_tulisan(lama), str(skor)]
        current.skor = deret.ganti(sebelum, jawaban)
        if changes:
            door.save(current, by=by, changes=changes, note=note)
    return current


def _tolak_asing(indikator: IndikatorIdm | None, posisi: int, skor: int) -> None:
    """`Refused` bila skornya tidak ada pada rubrik indikatornya."""
    ada = []
    if indikator:
        ada = sorted(k.skor for k in indikator.kriteriaskor_set.all())
    if skor not in ada:
        sebutan = indikator or f"Indikator {posisi}"
        daftar = ", ".join(map(str, ada)) or "tidak ada"
        pesan = f"skor {skor} tidak ada pada rubrik; yang ada {daftar}."
        raise Refused(f"{sebutan}: {pesan}")


def rubrik(instrumen: Instrumen) -> dict[int, IndikatorIdm]:
    """Indikator per posisi, dengan kriterianya."""
    rows = instrumen.indikatoridm_set.prefetch_related("kriteriaskor_set").order_by("posisi")
    return {i.posisi: i for i in rows}


def _tulisan(skor: int | None) -> str | None:
    return None if skor is None else str(skor)


def _terkini(isian: IsianIdm) -> IsianIdm:
    """Baris terkini yang boleh diubah; yang belum tersimpan bila belum ada."""
    rows = IsianIdm.objects.filter(desa=isian.desa, tahun=isian.tahun)
    current: IsianIdm = rows.select_related("instrumen").first() or isian
    if reason := current.lock_reason():
        raise Refused(reason)
    return current


def ganti_draf(
    *,
    desa: Desa,
    tahun: int,
    instrumen: Instrumen,
    skor: str,
    by: Any,
    note: str,
) -> None:
    """Seluruh deret sekaligus menjadi draf; `Refused` bila terkunci atau sudah diverifikasi."""
    with audit.locked(desa.kabupaten_kode):
        current = _terkini(IsianIdm(desa=desa, tahun=tahun, instrumen=instrumen))
        current.instrumen = instrumen
        current.skor = skor
        door.save(current, by=by, note=note)


def catat(*, isian: IsianIdm, indikator: IndikatorIdm, catatan: str, by: Any) -> None:
    """Simpan, ganti, atau hapus (bila kosong) catatan satu jawaban."""
    with audit.locked(isian.kabupaten_kode):
        current = _terkini(isian)
        if current.pk is None:
            door.save(current, by=by)
        ada = CatatanJawaban.objects.filter(isian=current, indikator=indikator).first()
        lama = ada.catatan if ada else ""
        if catatan == lama:
            return
        if ada and not catatan:
            door.delete(ada, by=by)
        else:
            ada = ada or CatatanJawaban(isian=current, indikator=indikator)
            ada.catatan = catatan
            door.save(ada, by=by)


def salin_blok(*, isian: IsianIdm, posisi: Iterable[int], by: Any) -> int:
    """Jawaban tahun lalu bagi indikator blok itu yang belum dijawab; kembaliannya banyaknya."""
    lalu = skor_lalu(isian.desa, isian.tahun, isian.instrumen)
    jawaban = {}
    for satu in posisi:
        skor = deret.skor(lalu, satu)
        if skor is not None and deret.skor(isian.skor, satu) is None:
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
        kalimat.append(f"{belum} indikator belum dijawab.")
    lalu = skor_lalu(isian.desa, isian.tahun, isian.instrumen)
    dicatat: set[int] = set()
    if isian.pk:
        catatan = isian.catatanjawaban_set
        dicatat = set(catatan.values_list("indikator__posisi", flat=True))
    turun = deret.turun(lalu, isian.skor)
    tanpa = [posisi for posisi in turun if posisi not in dicatat]
    if tanpa:
        indikator = rubrik(isian.instrumen)
        nama = ", ".join(str(indikator[posisi]) for posisi in tanpa)
        kalimat.append(f"Skor turun dua atau lebih tanpa catatan: {nama}.")
    return kalimat


def verifikasi(*, isian: IsianIdm, by: Any) -> IsianIdm:
    """Nyatakan isian benar: hasilnya berlaku dan isiannya terkunci.

    `Refused` bila belum lengkap.
    """
    with audit.locked(isian.kabupaten_kode):
        current = _terkini(isian)
        if kalimat := kurang(current):
            raise Refused(" ".join(kalimat))
        if current.pk is None:
            door.save(current, by=by)
        current.status = Status.DIVERIFIKASI
        current.diverifikasi_by = by
        current.diverifikasi_at = timezone.now()
        current.catatan = ""
        door.save(
            current,
            by=by,
            action=audit.Action.ADVANCE,
            only_scope=True,
        )
        row = idm_berlaku(current) or IdmDesa(desa=current.desa, tahun=current.tahun)
        indikator = rubrik(current.instrumen)
        indeks = [satu.indeks for satu in indikator.values()]
        berlakukan(row, hasil_isian(current, indeks, by), by=by)
    return current


def kembalikan(*, isian: IsianIdm, catatan: str, by: Any) -> IsianIdm:
    """Batalkan verifikasi dengan alasan.

    Isiannya draf lagi, dan yang digantikannya berlaku kembali.
    """
    if not catatan.strip():
        raise Refused("Catatan wajib diisi agar pengisi tahu apa yang harus diperbaiki.")
    with audit.locked(isian.kabupaten_kode):
        current: IsianIdm = IsianIdm.objects.get(pk=isian.pk)
        if current.status != Status.DIVERIFIKASI:
            raise Refused("Isian ini belum diverifikasi, jadi tidak perlu dikembalikan.")
        current.status = Status.ISIAN
        current.diverifikasi_by = None
        current.diverifikasi_at = None
        current.catatan = f"{by}: {catatan.strip()}"
        door.save(
            current,
            by=by,
            action=audit.Action.ADVANCE,
            note=catatan.strip(),
            only_scope=True,
        )
        pulihkan_semula(
            idm_berlaku(current),
            by=by,
            note=catatan.strip(),
        )
    return current


def verifikasi_semua(*, kabupaten: Kabupaten, tahun: int, by: Any) -> tuple[int, list[str]]:
    """Verifikasi semua isian yang sudah lengkap.

    Kembaliannya banyaknya, dan alasan bagi yang belum.
    """
    rows = IsianIdm.objects.filter(
        desa__kecamatan__kabupaten=kabupaten, tahun=tahun, status=Status.ISIAN
    )
    banyak = 0
    alasan = []
    for satu in rows.select_related("desa__kecamatan__kabupaten", "instrumen"):
        try:
            verifikasi(isian=satu, by=by)
            banyak += 1
        except Refused as error:
            alasan.append(f"{satu.desa}: {error}")
    return banyak, alasan
