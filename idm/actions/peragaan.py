"""Indeks Desa buatan bagi demo: tiap aspek berisi, selalu sama menurut kode desanya, bertanda.

Angkanya tidak berasal dari mana pun dan tidak mengaku demikian: `asal` dan `is_contoh` tiap
barisnya tercetak pada halaman dan naskah yang memuatnya, dan API serta angka terbuka tidak
memuatnya. Skornya dihitung dari aspek seperti isian orang, menurut skala edisinya.
"""

from hashlib import shake_256
from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm import deret
from idm.actions.dimensi import instrumen_dimensi
from idm.actions.isian import rubrik
from idm.indeks import BERGANTI
from idm.models import IndeksDesa, IndikatorIdm, Instrumen
from idm.sources import susunan
from idm.susunan import Susunan
from villages.models import Desa

Rubrik = list[IndikatorIdm]

ASAL = "Peragaan: angka buatan, bukan hasil pendataan"
TERENDAH, RENTANG = 80, 145  # peluang naik setangga, per 256
SETAHUN = 8  # rata-rata pertambahannya tiap tahun
GOYANG = 17  # lebar naik turunnya tiap tahun
SETINGKAT = 4  # bita tiap aspek, satu bagi tiap anak tangga


def create_peragaan(*, kabupaten: Kabupaten, tahun: int, by: Any) -> int:
    """Isi satu tahun bila belum satu pun desanya berisi; kembaliannya banyak desa yang diisi.

    Satu kejadian pada jejaknya bagi semua barisnya. `Refused` bila edisinya belum dapat dihitung.
    """
    with audit.locked(kabupaten.kode):
        instrumen = instrumen_dimensi(tahun)
        ada = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun)
        if instrumen is None or ada.exists():
            return 0
        milik = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        desa = milik.desa_on(tahun).select_related("kecamatan__kabupaten")
        aspek = list(rubrik(instrumen).values())
        dipakai = susunan(instrumen)
        rows = [_hasil(satu, tahun, instrumen, aspek, dipakai) for satu in desa.order_by("kode")]
        door.save_all(rows, by=by, target=kabupaten, note=ASAL, only_scope=True)
        return len(rows)


def _hasil(
    desa: Desa, tahun: int, instrumen: Instrumen, aspek: Rubrik, dipakai: Susunan
) -> IndeksDesa:
    """Dihitung seperti isian orang."""
    jawaban = _jawaban(desa.kode, tahun, aspek)
    hasil = dipakai.hasil(jawaban)
    if hasil.nilai is None or hasil.status is None:
        raise Refused(f"{instrumen} belum dapat dihitung: dimensi atau ambangnya belum lengkap.")
    return IndeksDesa(
        desa=desa,
        tahun=tahun,
        instrumen=instrumen,
        skor=hasil.nilai,
        poin=deret.deret_poin(hasil.poin),
        jawaban=jawaban,
        status=hasil.status.value,
        sumber=IndeksDesa.SumberIndeks.ASPEK,
        asal=ASAL,
        is_contoh=True,
    )


def _jawaban(kode: str, tahun: int, aspek: Rubrik) -> str:
    """Aspek yang sama memakai bita yang sama tiap tahun, sehingga deretnya bergerak pelan."""
    panjang = 2 + SETINGKAT * len(aspek)
    bita = shake_256(kode.encode()).digest(panjang)
    (goyang,) = shake_256(f"{kode} {tahun}".encode()).digest(1)
    dasar = TERENDAH + (bita[0] + bita[1]) * RENTANG // 510
    peluang = dasar + (tahun - BERGANTI) * SETAHUN + goyang % GOYANG - GOYANG // 2
    aksara = []
    for urut, satu in enumerate(aspek):
        awal = 2 + SETINGKAT * urut
        milik = bita[awal : awal + SETINGKAT]
        aksara.append(str(_skor(satu, milik, peluang)))
    return "".join(aksara)


def _skor(aspek: IndikatorIdm, bita: bytes, peluang: int) -> int:
    """Tiap bita di bawah peluangnya naik satu anak tangga, dari skor terendah yang tersedia."""
    tangga = aspek.tersedia
    anak_tangga = bita[: len(tangga) - 1]
    naik = sum(satu < peluang for satu in anak_tangga)
    return tangga[naik]
