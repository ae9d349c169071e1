"""Setelan tunggal: nilai bawaan untuk demo, selebihnya dari lingkungan atau `.env`."""

from importlib.util import find_spec
from logging import LogRecord
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DEMO = env.bool("DEMO", False)
DEBUG = env.bool("DEBUG", False)
SECRET_KEY = env("SECRET_KEY", default="demo-" + "x" * 60 if DEMO else "")
if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY belum diisi. Pasang dengan bin/install, atau bin/demo.")
SITE_URL = env("SITE_URL", default="http://127.0.0.1:8000")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "data")))
MEDIA_ROOT = DATA_DIR / "berkas"
AUDIT_KEY = env("AUDIT_KEY", default="")  # kosong: berkas jejak/kunci di DATA_DIR
TSA_URL = env("TSA_URL", default="")  # layanan stempel waktu; kosong: tanda tangan tanpa stempel
AUDIT_ANCHOR = env("AUDIT_ANCHOR", default="")  # kosong: berkas jejak/jangkar.jsonl di DATA_DIR

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "core",
    "accounts",
    "documents",
    "villages",
    "idm",
    "kinerja",
    "dpmd",
]

MIDDLEWARE = [
    "core.middleware.alamat_peminta",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "core.middleware.hanya_metode",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "core.middleware.TanpaPut",
    "core.middleware.TanpaNul",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.masa_sesi",
    "accounts.middleware.tak_disimpan",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.Kewajiban",
    "accounts.middleware.tahun_kerja",
    "accounts.middleware.PerangkatWajib",
    "django.contrib.messages.middleware.MessageMiddleware",
    "core.middleware.galat_metode",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "dpmd.urls"
WSGI_APPLICATION = "dpmd.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "accounts.context_processors.tahun_kerja",
                "accounts.context_processors.wilayah",
                "dpmd.context_processors.menu",
                "dpmd.context_processors.peragaan",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # templates/django/forms didahulukan

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'dpmd.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,  # detik menunggu penulis lain; memuat kantor baru yang terlama
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # sambungan yang putus bersama peladennya diganti, tidak menggagalkan permintaan berikutnya
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

# Antrean tugas: di basis data, atau Celery bila broker-nya disebut; kodenya sama.
CELERY_BROKER_URL = env("CELERY_BROKER_URL", default="")
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
if CELERY_BROKER_URL:
    TASKS["default"] = {
        "BACKEND": "documents.backends.CeleryBackend",
        "OPTIONS": {"broker": CELERY_BROKER_URL},
    }
TUGAS_SEWA = env.int("TUGAS_SEWA", default=30)  # detik tanpa kabar sebelum pekerjanya dianggap mati

# Hitungan laju layanan terbuka, per proses; satu butir tiap alamat tiap menit.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "accounts.backends.RoleBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "accounts.backends.SandiTertebak"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "accounts:login"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_VERBOSE = False

# Faktor kedua; kewajibannya menurut peran (accounts.roles) dan hanya pada pemasangan nyata.
FAKTOR_KEDUA_WAJIB = env.bool("FAKTOR_KEDUA_WAJIB", not DEMO)
ACCOUNT_ADAPTER = "accounts.backends.MasukAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_ADAPTER = "accounts.backends.FaktorAdapter"
MFA_FORMS = {"authenticate": "accounts.forms.KodeForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Kinerja DPMD"
MFA_TOTP_TOLERANCE = 1  # kode setengah menit di sebelahnya: jam telepon dan orang yang lambat
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO  # http://localhost

# Peladen surat, `smtp+tls://nama:sandi@alamat:587`; tanpa itu tautan ditunjukkan kepada admin.
HAS_SURAT = bool(env("EMAIL_URL", default=""))
SURAT = env.email("EMAIL_URL") if HAS_SURAT else {}
BERKAS_SURAT = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_BACKEND = SURAT.get("EMAIL_BACKEND", BERKAS_SURAT)
EMAIL_FILE_PATH = DATA_DIR / "surat"  # tanpa peladen surat, surat harian menjadi berkas di sini
EMAIL_HOST = SURAT.get("EMAIL_HOST", "")
EMAIL_PORT = SURAT.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = SURAT.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = SURAT.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = SURAT.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = SURAT.get("EMAIL_USE_SSL", False)
DEFAULT_FROM_EMAIL = env("EMAIL_DARI", default="dpmd@localhost")
EMAIL_TIMEOUT = 10

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
TIME_ZONE = env("TIME_ZONE", default="Asia/Jakarta")
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "core" / "locale"]  # mendahului kalimat Django dan paketnya
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
BOOTSTRAP = find_spec("bootstrap")  # paket berkas saja, tanpa kode
PENYUNTING = find_spec("django_prose_editor.static")  # berkasnya saja
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", BOOTSTRAP.submodule_search_locations[0]),
    ("penyunting", f"{PENYUNTING.submodule_search_locations[0]}/django_prose_editor"),
    ("panduan", BASE_DIR / "docs" / "panduan" / "gambar"),
]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # klon baru belum punya DATA_DIR
STORAGES = {
    "default": {"BACKEND": "core.uploads.BerkasStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_MIMETYPES = {".svg": "image/svg+xml; charset=utf-8"}

FILE_UPLOAD_HANDLERS = ["core.uploads.QuotaUploadHandler"]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
DJANGO_TABLES2_TEMPLATE = "core/_table.html"
FILTERS_EMPTY_CHOICE_LABEL = "Semua"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "dpmd.views.kiriman_basi"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 2 * 3600  # detik tanpa dipakai (ADR 87)
SESI_TERLAMA = 8 * 3600  # detik sejak masuk, dipakai atau tidak
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
IS_HTTPS = SITE_URL.startswith("https://")
# peladen TLS di depan; alamat peminta dan X-Forwarded-* hanya dipercaya darinya
DEPAN = ["127.0.0.1", "::1"] if IS_HTTPS else []
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=DEPAN)
if IS_HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
# Nama situs dipakai bersama kantor lain hanya bila dipasang pada induknya: HSTS_SUBDOMAIN=false.
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_SUBDOMAIN", True)
# Daftar pramuat (W021) berlaku bagi semua nama di bawah go.id kantornya.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]


def satu_baris(record: LogRecord) -> bool:
    """Penolakan cukup satu baris, tanpa isian; jejak tumpukan hanya bagi gangguan peladen."""
    status = getattr(record, "status_code", 500)
    if status < 500:
        record.exc_info = None
    if status == 400 and record.name == "django.request":  # kalimatnya mengutip isian
        record.msg = "Permintaan rusak: %s"
        record.args = (record.args[-1],) if isinstance(record.args, tuple) else ()
    return True


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "satu_baris": {"()": "django.utils.log.CallbackFilter", "callback": satu_baris},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["satu_baris"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
