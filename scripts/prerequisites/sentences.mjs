const SDK_PAGE = 'https://dotnet.microsoft.com/download/dotnet/10.0';

/** What to install, and how on each platform. */
const SENTENCES = {
  node: {
    what: 'Node.js 20.11 or newer',
    win32: 'winget install OpenJS.NodeJS.LTS',
    darwin: 'brew install node',
    linux: 'see https://nodejs.org/en/download',
  },
  dotnet: {
    what: 'the .NET SDK 10.0',
    win32: 'winget install Microsoft.DotNet.SDK.10',
    darwin: 'brew install --cask dotnet-sdk',
    linux: `your distribution's package dotnet-sdk-10.0, or see ${SDK_PAGE}`,
  },
  cmake: {
    what: 'CMake 3.19 or newer',
    win32: 'winget install Kitware.CMake',
    darwin: 'brew install cmake',
    linux: 'sudo apt-get install cmake, or sudo dnf install cmake',
  },
  compiler: {
    what: 'a C compiler with make',
    win32: 'winget install Microsoft.VisualStudio.2022.BuildTools --override "--add Microsoft.VisualStudio.Workload.VCTools --passive"',
    darwin: 'xcode-select --install',
    linux: 'sudo apt-get install build-essential, or sudo dnf install gcc make',
  },
  mingw: {
    what: 'the mingw-w64 C compiler, which packages for Windows need',
    win32: 'winget install MSYS2.MSYS2, then pacman -S mingw-w64-x86_64-gcc',
    darwin: 'brew install mingw-w64',
    linux: 'sudo apt-get install gcc-mingw-w64-x86-64, or sudo dnf install mingw64-gcc',
  },
};

/** One sentence that says what is missing and how to install it here. */
export function missing(tool, platform = process.platform) {
  const { what, [platform]: how = SENTENCES[tool].linux } = SENTENCES[tool];
  return `Install ${what}: ${how}.`;
}
