"""Yang diperiksa beberapa uji draf: bacaan hitungan, dan tahun yang terkunci."""

from documents.models import Kunci
from idm.laporan.peringkat.reports import peringkat
from idm.reports import status_tahun
from kinerja.tahun.tahun_kinerja import TahunKinerja
from tests.factories import make_penetapan


def terbaca(kabupaten, tahun):
    """Yang dibaca hitungan: status, peringkat, dan realisasi dari status desa."""
    kinerja = TahunKinerja(kabupaten, tahun)
    semua = kinerja.pengukuran.indikator
    realisasi = {
        i.pk: kinerja.pengukuran.ukur(i).realisasi for i in semua if i.sumber.startswith("idm.")
    }
    urut = [(b.desa.pk, b.nilai) for b in peringkat(kabupaten, tahun).baris]
    return status_tahun(kabupaten, tahun).counts, urut, realisasi


def kunci(kabupaten, tahun):
    sah = make_penetapan(kabupaten, tahun).pengesahan
    return Kunci.objects.create(kabupaten=kabupaten, tahun=tahun, lingkup="idm", pengesahan=sah)
