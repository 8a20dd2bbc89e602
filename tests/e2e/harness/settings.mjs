/** What a window starts with: nothing that moves, asks, or reaches out by itself. */
export const QUIET = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.reduceMotion': 'on',
  'workbench.editor.enablePreview': false,
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'window.dialogStyle': 'custom',
  'files.autoSave': 'off',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'editor.minimap.enabled': false,
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'problems.autoReveal': false,
  'problems.defaultViewMode': 'tree',
};

/** Silences what the editor's own extensions report. */
export const NO_BUILTIN_CHECKS = {
  'json.validate.enable': false,
  'javascript.validate.enable': false,
  'typescript.validate.enable': false,
};

export function trustSettings(trusted) {
  return {
    'security.workspace.trust.enabled': !trusted,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'never',
  };
}
