#: Bantin: gõ một trong các lệnh sau / type one of these
#:
#:   make site     Dựng trang vào thư mục site/
#:                 Build the site into the folder site/
#:   make serve    Xem thử tại http://127.0.0.1:8000, tự cập nhật khi lưu (đổi cổng: PORT=8001)
#:                 Preview there; it follows every save (another port: PORT=8001)
#:   make look     Xem trang đã dựng như bạn đọc, tại http://127.0.0.1:8080 (đổi cổng: PORT=8081)
#:                 Look at the built site as readers do, there (another port: PORT=8081)
#:   make check    Kiểm tra tất cả: mã, bài viết, trang; chạy trước khi gửi thay đổi
#:                 Check everything: code, bulletins, site; run it before you hand in a change
#:   make test     Chỉ chạy các bài kiểm thử
#:                 Run the tests only
#:   make clean    Xóa những gì đã dựng (site/, .cache/); bài viết và ảnh gốc giữ nguyên
#:                 Delete what was built (site/, .cache/); texts and photos stay
#:
#: Lần đầu sẽ tự cài đặt vào .venv/ (cần Python 3.11 trở lên; chọn bản khác: PYTHON=python3.12)
#: The first run installs into .venv/ (needs Python 3.11 or later; another: PYTHON=python3.12)

BIN := .venv/bin
READY := .venv/.ready

# Not files. Nor is the set-up taken for done when the folder has moved or Python has changed.
.PHONY: help site serve look check test clean
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR) $(realpath $(BIN)/python))
.PHONY: $(READY)
endif

help:
	@sed -n 's/^#: \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

$(READY): pyproject.toml constraints.txt
	@PYTHON='$(PYTHON)' sh .ci/set-up

site: $(READY)
	@$(BIN)/bantin check --settings
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build
	@echo "Cả trang tin nằm trong thư mục site/. Xem như bạn đọc: make look. Đăng: chép site/ lên máy chủ web."
	@echo "The whole site is in site/. See it as readers do: make look. Publish: copy site/ to a web server."

# Ctrl+C ends these two as it should: the shell must outlive it, or make complains.
serve: PORT ?= 8000
serve: $(READY)
	@$(BIN)/bantin check --settings
	@trap : INT; NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve -a 127.0.0.1:$(PORT)

look: PORT ?= 8080
look: $(READY)
	@test -f site/index.html || { echo "Chưa có trang; gõ make site trước. / No site yet; type make site first." >&2; exit 1; }
	@echo "Trang đã dựng / the built site: http://127.0.0.1:$(PORT)  (Ctrl+C để dừng / to end)"
	@trap : INT; $(BIN)/python -m http.server --bind 127.0.0.1 --directory site $(PORT) >/dev/null 2>&1 || \
	    { echo "Cổng $(PORT) đang bận; gõ / the port is busy; type: make look PORT=8081" >&2; exit 1; }

test: $(READY)
	@sh .ci/nu
	@$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict hooks
	@$(MAKE) --no-print-directory test
	$(BIN)/bantin check
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

clean:
	rm -rf site .cache .pytest_cache .ruff_cache .mypy_cache
