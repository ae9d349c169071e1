"""BAB IV."""

from idm.scoring import Status
from kinerja.naskah.lkjip.naskah_awal import desa, indikator
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, berangkai, bernomor, naskah, rangkai
from kinerja.naskah.lkjip.naskah_awal.capaian import JENIS
from kinerja.naskah.lkjip.naskah_awal.uang import JUMLAH, TEREALISASI, sisa

SemuaKalimat = list[str]
TERBAWAH = {Status.TERTINGGAL: "tertinggal", Status.SANGAT_TERTINGGAL: "sangat_tertinggal"}


def kesimpulan(bahan: Bahan) -> str:
    iku = []
    for satu in bahan.ukuran("iku"):
        iku.append(indikator.ringkas(bahan, satu))
    status = ""
    if desa.is_diketahui(bahan) and desa.status(bahan):
        status = f"Status desa menurut {{indeks}} tahun {{tahun}}: {desa.status(bahan)}."
    rata = "Rata-rata capaian indikator kinerja utama adalah {capaian.rata_iku}."
    uang = bahan.kalimat(JUMLAH, TEREALISASI, sisa(bahan))
    pengantar = (
        "Berdasarkan uraian pada bab sebelumnya, kinerja {dinas} {kabupaten} tahun {tahun} "
        "disimpulkan sebagai berikut:"
    )
    semua = bahan.terpilih([rata, *iku, status, uang])
    if not semua:
        return ""
    return naskah(
        bernomor(semua, pengantar),
        "Selisih antara target dan realisasi menjadi bahan perbaikan perencanaan, pembinaan, dan "
        "pengukuran kinerja dinas pada tahun berikutnya.",
    )


def saran(bahan: Bahan) -> str:
    return naskah(
        bernomor(
            berangkai([*_indikator(bahan), *_desa(bahan), *_evaluasi(bahan), *TETAP]),
            "Untuk meningkatkan kinerja pada tahun berikutnya disarankan:",
        ),
        "Demikian laporan ini disusun sebagai pertanggungjawaban kinerja {dinas} {kabupaten} tahun "
        "{tahun} dan sebagai bahan pengambilan keputusan untuk tahun berikutnya.",
    )


TETAP = (
    "menjaga ketertiban data setiap indikator: sumber, penanggung jawab, dan waktu pelaporannya",
    "menjaga ketaatan dan ketepatan waktu pelaksanaan anggaran",
)


def _indikator(bahan: Bahan) -> SemuaKalimat:
    """Yang capaiannya di bawah seratus persen."""
    hasil = []
    for ukuran in bahan.ukuran(*JENIS):
        if indikator.is_tercapai(ukuran) is False:
            nama = indikator.nama(ukuran.indikator)
            hasil.append(f"menelaah kembali target dan rencana aksi {nama}")
    return hasil


def _desa(bahan: Bahan) -> SemuaKalimat:
    """Desa yang statusnya paling rendah."""
    if not desa.is_diketahui(bahan):
        return []
    counts = bahan.kinerja.status_desa[bahan.kinerja.tahun].counts
    disebut = []
    for status, kolom in TERBAWAH.items():
        if counts[status]:
            disebut.append(f"{{idm.tahun.{kolom}}} desa {desa.SEBUTAN[status]}")
    if not disebut:
        return []
    return [f"memusatkan pembinaan pada {rangkai(disebut)}"]


def _evaluasi(bahan: Bahan) -> SemuaKalimat:
    """Rekomendasi yang belum dijawab."""
    belum = []
    for satu in bahan.kinerja.rekomendasi:
        if not satu.tindak_lanjut.strip():
            belum.append(satu)
    if not belum:
        return []
    return ["menyelesaikan tindak lanjut rekomendasi hasil evaluasi akuntabilitas kinerja"]
