import { dotnetPackages } from './dotnet-packages.mjs';
import { extension } from './extension.mjs';
import { grammarPackages } from './grammar-packages.mjs';
import { nativeLibrary } from './native-library.mjs';
import { rootPackages } from './root-packages.mjs';
import { server } from './server.mjs';
import { toolchainPackages } from './toolchain-packages.mjs';

/** In an order in which each comes behind what it needs. */
export const allSteps = [grammarPackages, dotnetPackages, rootPackages, toolchainPackages(), nativeLibrary(), extension, server];
