#: Bantin: gõ một trong các lệnh sau / type one of these
#:
#:   make site     Dựng trang vào thư mục site/
#:                 Build the site into the folder site/
#:   make serve    Xem thử tại http://127.0.0.1:8000, tự cập nhật khi lưu (đổi cổng: PORT=8001)
#:                 Preview there; it follows every save (another port: PORT=8001)
#:   make check    Kiểm tra tất cả: mã, bài viết, trang; chạy trước khi gửi thay đổi
#:                 Check everything: code, bulletins, site; run it before you hand in a change
#:   make test     Chỉ chạy các bài kiểm thử
#:                 Run the tests only
#:   make clean    Xóa những gì đã dựng (site/, .cache/); bài viết và ảnh gốc giữ nguyên
#:                 Delete what was built (site/, .cache/); texts and photos stay
#:
#: Lần đầu sẽ tự cài đặt vào .venv/ (cần Python 3.11 trở lên; chọn bản khác: PYTHON=python3.12)
#: The first run installs into .venv/ (needs Python 3.11 or later; another: PYTHON=python3.12)

PORT ?= 8000
BIN := .venv/bin
READY := .venv/.ready

# Not files. Nor is the set-up taken for done when the folder has moved or Python has changed.
.PHONY: help site serve check test clean
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR) $(realpath $(BIN)/python))
.PHONY: $(READY)
endif

help:
	@sed -n 's/^#: \{0,1\}//p' $(firstword $(MAKEFILE_LIST))

$(READY): pyproject.toml constraints.txt
	@PYTHON='$(PYTHON)' sh .ci/set-up

site: $(READY)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build
	@$(BIN)/python -c 'from pathlib import Path; print("Trang / site:", Path("site/index.html").resolve().as_uri())'
	@echo "Xem như bạn đọc / see it as readers do: make serve -> http://127.0.0.1:$(PORT)"

serve: $(READY)
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve -a 127.0.0.1:$(PORT)

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
