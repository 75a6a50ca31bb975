@echo off
rem Makes .venv beside this folder and installs the file named by %1 into it, when that has not
rem been done yet. Called by run.cmd and test.cmd. Written with care, but NOT RUN ON WINDOWS by us.
rem No setlocal: ROOT and PYTHON are for the caller. Messages keep to plain ASCII for any code page.

for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "VENV=%ROOT%\.venv"
set "PYTHON=%VENV%\Scripts\python.exe"
set "LOG=%ROOT%\build\setup.log"
set "PYTHONPATH="
set "PYTHONHOME="
set "PIP_TARGET="
set "PIP_PREFIX="
set "PIP_CONSTRAINT="
set "PIP_USER=0"

if not exist "%PYTHON%" goto make
fc /b "%ROOT%\%~1" "%VENV%\installed-%~1" >nul 2>&1
if not errorlevel 1 goto ready
goto install

:make
set "BASE="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if not errorlevel 1 set "BASE=py -3"
if defined BASE goto create
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if not errorlevel 1 set "BASE=python"
if defined BASE goto create
echo Er is geen Python 3.11 of nieuwer gevonden. Installeer Python en probeer het opnieuw.
exit /b 1

:create
%BASE% -m venv --clear "%VENV%"
if not errorlevel 1 goto install
echo Het maken van de map .venv is niet gelukt. Is er genoeg schijfruimte, en mag u hier schrijven?
exit /b 1

:install
if not exist "%ROOT%\build" mkdir "%ROOT%\build"
echo De onderdelen van het programma ophalen. Dit gebeurt een keer en duurt een minuut of twee.
"%PYTHON%" -m pip install --compile --no-input --disable-pip-version-check --only-binary :all: --require-hashes -r "%ROOT%\%~1" >"%LOG%" 2>&1
if errorlevel 1 goto no_packages
copy /y "%ROOT%\%~1" "%VENV%\installed-%~1" >nul
copy /y "%ROOT%\requirements.txt" "%VENV%\installed-requirements.txt" >nul
goto ready

:no_packages
echo Het ophalen van de onderdelen is niet gelukt. Controleer de internetverbinding en de vrije
echo schijfruimte (500 MB), en probeer het opnieuw. De details staan in "%LOG%".
exit /b 1

:ready
set "PYTHONPATH=%ROOT%"
exit /b 0
