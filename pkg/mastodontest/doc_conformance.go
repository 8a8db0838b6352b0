// # Conformance
//
// The rows follow the contract of this project: what Mastodon and its kin
// answer, as read from their sources. Each names a fact by its section and the
// test that shows it here.
//
//	§0.1 Versions
//	calls by version                            TestCallsCameWithVersions
//	details of refusals from 3.4                TestARefusalTellsSentenceAndDetails
//	approval from 2.9.2                         TestApprovalCameWith292
//	reason from 3.0, time_zone from 4.2         TestASignUpAnswersWithTheAccountsToken
//	resending of no use in 3.4                  TestResendingWasOfNoUseIn34
//	403 and 404 are JSON from 4.0               TestRefusalsWereNoJSONBefore40
//	suspended on every call from 4.0            TestASuspensionStopsEveryCallFrom40On
//	limits per token from 4.1                   TestTokensAreCountedByThemselvesFrom41On
//	captcha page from 4.2                       TestTheConfirmationPagesCaptchaCameWith42
//	unknown locales refused up to 4.2.3         TestEachVersionTakesItsLocalesAndNoOthers
//	apps throttled from 4.2.9                   TestAppsAreRegisteredFiveTimesInTenMinutesFrom429On
//	unused apps deleted up to 4.2.8             TestAppsThatNobodyUsesAreDeletedUpTo428
//	invites, lists of redirects from 4.3        TestInvitesOpenDoors, TestAListOfRedirectsIsReadFrom43On
//	more CORS from 4.3 and 4.4                  TestPagesOfOtherSitesMayCallSomePaths
//	client_secret_expires_at from 4.3.2         TestAnAppIsDescribedByItsVersion
//	age, terms, app tokens only from 4.4        TestEachFieldIsRefusedForItsReasons, TestTermsOfService, TestAnAccountsTokenIsRefusedBeforeTheDoor
//	name blocks from 4.5                        TestEachFieldIsRefusedForItsReasons
//	inviters' roles, second factors from 4.6    TestInvitesOpenDoors, TestEachStateOfATokenHasItsAnswers
//	deleted names not found from 4.7            TestLookupHidesDeletedAccountsFrom47On
//	API versions                                TestTheInstanceDocumentGrowsWithVersions
//	texts by language                           not simulated
//
//	§1 Requests
//	bodies by content type, query               TestBodiesAreReadByTheirType
//	no .json suffix                             TestUnknownPathsOfTheAPIAreNotFound
//	where the token is looked for               TestTheTokenMayTravelAsAParameter
//	refusals that are no JSON before 4.0        TestRefusalsWereNoJSONBefore40
//
//	§1.1 Endpoints
//	1  GET /api/v2/instance                     TestTheInstanceDocumentTellsHowToSignUp
//	2  GET /api/v1/instance                     TestTheOlderInstanceDocumentStaysThere
//	3  GET …/instance/rules                     TestRulesHaveHintsAndTranslationsByVersion
//	4  GET …/instance/terms_of_service          TestTermsOfService
//	5  GET …/instance/terms_of_service/:date    TestTermsOfService
//	6  GET …/instance/privacy_policy            TestPrivacyPolicyAndDescriptionAreAlwaysThere
//	7  GET …/instance/extended_description      TestPrivacyPolicyAndDescriptionAreAlwaysThere
//	8  GET …/instance/languages                 TestPrivacyPolicyAndDescriptionAreAlwaysThere
//	9  POST /api/v1/apps                        TestAnAppIsDescribedByItsVersion
//	10 POST /oauth/token                        TestATokenForTheAppAlone
//	11 GET /api/v1/apps/verify_credentials      TestVerifyAppDescribesTheAppWithoutSecrets
//	12 GET /api/v1/accounts/lookup              TestLookupTellsWhetherANameIsTaken
//	13 POST /api/v1/accounts                    TestASignUpAnswersWithTheAccountsToken
//	14 GET …/emails/check_confirmation          TestEachStateOfATokenHasItsAnswers
//	15 POST …/emails/confirmations              TestTheSameLinkIsSentAgainWhileItWorks
//	16 GET …/accounts/verify_credentials        TestVerifyCredentialsDescribesTheAccount
//	17 POST /oauth/revoke                       TestTokensAreRevokedByTheirApp
//	18 nodeinfo                                 TestNodeInfo
//	19 /.well-known/oauth-authorization-server  TestTheServerDescribesItsOAuth
//	20 GET /invite/:code                        TestAnInviteCanBeAskedAbout
//	21 api.joinmastodon.org                     not simulated
//	scopes are alternatives, by exact name      TestEachStateOfATokenHasItsAnswers
//	limited federation, no strangers            TestServersMayHideFromStrangers
//
//	§1.2 Common errors
//	401 invalid, revoked, needs a user          TestEachStateOfATokenHasItsAnswers
//	401 in the words of 3.0                     TestTheSentenceForStrangersChanged
//	401 expired                                 not simulated: tokens never do
//	403 scopes, 422 needs a user                TestEachStateOfATokenHasItsAnswers
//	403 disabled on every call from 4.0         TestASuspensionStopsEveryCallFrom40On
//	403 not allowed                             TestSomeServersTakeNobody
//	404 record                                  TestLookupTellsWhetherANameIsTaken
//	404 path                                    TestUnknownPathsOfTheAPIAreNotFound
//	422 without details                         TestACorrectedAddressIsRefusedWithoutDetails
//	422 duplicate, 500, 503, 410                by Fail: TestTheAnswersOfBadDays
//	429                                         TestFiveSignUpsInHalfAnHourWhateverComesOfThem
//	400 malformed, JSON or empty                TestBodiesAreReadByTheirType
//	500 null address, invalid UTF-8             TestTheServerBreaksOnNullEmailAndGarbledText
//	403 text for a denied network               TestADeniedNetworkGetsNothing
//	WWW-Authenticate                            TestARefusedTokenIsExplainedInAHeader
//	usual headers                               TestUsualHeaders
//	caching of public documents                 TestInstanceDocumentsMayBeCached
//
//	§1.3 Apps
//	the answer                                  TestAnAppIsDescribedByItsVersion
//	refusals, joined                            TestAnAppIsRefusedForItsReasons
//	redirects that are taken                    TestRedirectsOfManyFormsAreTaken
//	lists from 4.3                              TestAListOfRedirectsIsReadFrom43On
//	scopes missing, empty, a list               TestScopesOfAnAppAreAText
//
//	§1.4 Tokens
//	the answer                                  TestATokenForTheAppAlone
//	client by header or body                    TestTheClientProvesItselfInThreeWays
//	refusals, scopes                            TestTokensAreRefusedInOAuthsWords
//	tokens are reused                           TestTheSameScopesGiveTheSameToken
//	password grant up to 4.3                    TestThePasswordGrantWentWith44
//	profile scope from 4.3                      TestTheProfileScopeCameWith43
//	deleted apps                                TestDeletedAppsAreUnknownClients
//	no limits                                   TestPagesAndOAuthShowNoLimits
//
//	§1.5 verify app                             TestVerifyAppDescribesTheAppWithoutSecrets
//
//	§1.6 Lookup
//	case, @, states, tokens, caching            TestLookupTellsWhetherANameIsTaken
//	deleted accounts from 4.7                   TestLookupHidesDeletedAccountsFrom47On
//
//	§1.7 Sign-up
//	the order of checks                         TestTheChecksOfASignUpComeInOrder
//	app tokens only from 4.4                    TestAnAccountsTokenIsRefusedBeforeTheDoor
//	who takes nobody                            TestSomeServersTakeNobody
//	success: all scopes of the app              TestASignUpAnswersWithTheAccountsToken
//	refusal: sentence and details               TestARefusalTellsSentenceAndDetails
//
//	§1.8 Documents
//	rules, hints, translations                  TestRulesHaveHintsAndTranslationsByVersion
//	terms, their dates, none                    TestTermsOfService
//	privacy policy, own or stock                TestPrivacyPolicyAndDescriptionAreAlwaysThere
//
//	§1.9 nodeinfo                               TestNodeInfo
//	§1.10 OAuth metadata                        TestTheServerDescribesItsOAuth
//	§1.12 revoke                                TestTokensAreRevokedByTheirApp
//
//	§2 Instance fields
//	v1, each field by version                   TestTheOlderInstanceDocumentGrewWithVersions
//	v1 deprecated from 4.4                      TestTheOlderInstanceDocumentStaysThere
//	v2, registrations                           TestTheInstanceDocumentTellsHowToSignUp
//	v2, the other fields by version             TestTheInstanceDocumentGrowsWithVersions
//	modes                                       TestConfirmedAccountsWaitWhereStaffLook
//	domain of handles                           TestADomainOfHandlesLeadsToItsServer
//	version strings of forks                    TestForksNameTheirMastodon
//	version strings of others                   TestImitatorsNameThemselves
//
//	§3 Validation
//	each rule of each field                     TestEachFieldIsRefusedForItsReasons
//	names kept by unusable accounts             TestSuspendedAndUnconfirmedAccountsKeepTheirNames
//	age by the calendar                         TestAgeCountsByTheCalendarOnLeapDays
//	unknown locales stored as none              TestAnUnknownLocaleAndTimeZoneAreStoredAsNone
//	order of an empty request                   TestAnEmptySignUpIsRefusedInTheServersOrder
//	order of everything at once                 TestEverythingWrongAtOnceComesInTheServersOrder
//	reserved names by version                   TestEachFieldIsRefusedForItsReasons
//	names that need approval                    TestConfirmedAccountsWaitWhereStaffLook
//	reason, required in every mode              TestEachFieldIsRefusedForItsReasons
//	invites and what they open                  TestInvitesOpenDoors
//	asking about an invite                      TestAnInviteCanBeAskedAbout
//
//	§4 Token lifecycle
//	states and answers                          TestEachStateOfATokenHasItsAnswers
//	2.7 and 3.0                                 TestOldSentencesOfUnusableAccounts
//	links work for two days                     TestALinkWorksForTwoDays
//	unconfirmed accounts are deleted            TestUnconfirmedAccountsAreDeletedInTheEnd
//	confirmation approves on open servers       TestConfirmationApprovesWhenTheServerIsOpenByThen
//	staff                                       TestStaffLetInAndTellByMail
//	polling: confirmed is not approved          TestEachStateOfATokenHasItsAnswers
//	resend: the same link                       TestTheSameLinkIsSentAgainWhileItWorks
//	resend: only the app of the sign-up         TestOnlyTheAppOfTheSignUpMayAskForTheMail
//	corrected address                           TestACorrectedAddress
//	corrected address refused                   TestACorrectedAddressIsRefusedWithoutDetails
//	return to the app                           TestTheMailLeadsBackToTheApp
//	first redirect, out-of-band                 TestTheFirstLineOfTheRedirectsIsTheReturn
//	several redirects before 4.0                TestSeveralRedirectsLedNowhereBefore40
//	return without an app                       TestWithoutAnAppTheLinkLeadsToSignIn
//	captcha page                                TestACaptchaStandsBeforeTheConfirmation
//	captcha page from 4.2                       TestTheConfirmationPagesCaptchaCameWith42
//	the link opened twice                       TestALinkOpenedTwice
//
//	§5 CORS
//	each path, its methods and version          TestPagesOfOtherSitesMayCallSomePaths
//	exposed headers                             TestPagesMayReadTheLimits
//	max-age, Vary, no credentials               TestPagesOfOtherSitesMayCallSomePaths
//	preflight for another method                TestAPreflightForAnotherMethodGetsNothing
//	preflights are not throttled                TestPreflightsAreNotCounted
//	refusals are readable                       TestPagesMayReadRefusals
//	proxies and bot challenges are not          TestWhatStandsBeforeAServerAnswersInItsPlace
//	revoke up to 4.2 is done unread             TestARevocationThatPagesCannotReadHappensAllTheSame
//
//	§6 Rate limits
//	windows, headers, 429                       TestFiveSignUpsInHalfAnHourWhateverComesOfThem
//	IPv6 by /64                                 TestSignUpsAreCountedByNetwork
//	authenticated API                           TestCallsAreCountedByTokenAndNetwork
//	per token from 4.1, 300 by account before   TestTokensAreCountedByThemselvesFrom41On
//	unauthenticated API                         TestCallsAreCountedByTokenAndNetwork
//	API sign-up                                 TestFiveSignUpsInHalfAnHourWhateverComesOfThem
//	app registration from 4.2.9                 TestAppsAreRegisteredFiveTimesInTenMinutesFrom429On
//	confirmations per IP                        TestConfirmationsAreLimitedByNetworkToo
//	confirmations per user                      TestConfirmationsAreResentFiveTimesInHalfAnHour
//	paging, web sign-up                         not simulated
//	this machine is spared up to 4.2.8          TestCallsOfTheSameMachineWereNotCountedUpTo428
//
//	§7 pages and redirects                      TestPagesForPeople
//	§8 locales up to 4.2.3                      TestEachVersionTakesItsLocalesAndNoOthers
//	§8 locales later                            TestALocaleIsKnownByItsVersion
//
//	§9.1 GoToSocial
//	refuses apps since 0.19                     TestGoToSocialRefusesAppsThatSignUp
//	takes them up to 0.18                       TestGoToSocial018SignsPeopleUp
//	instance documents                          TestGoToSocialDescribesItself
//	version strings                             TestGoToSocialWritesItsVersionAsItsReleasesDo
//	one error at a time, each rule              TestGoToSocialRefusesOneThingAtATime
//	booleans of forms                           TestGoToSocialTakesFormsWithGosBooleans
//	409                                         TestGoToSocialTellsWhatIsTakenByAConflict
//	422                                         TestGoToSocialTakesSoManyADayAndKeepsSoManyWaiting
//	406                                         TestGoToSocialOffersJSONOnly
//	apps                                        TestGoToSocialRegistersApps
//	token                                       TestGoToSocialWantsTheRedirectInTheTokenRequest
//	scopes                                      TestGoToSocialWantsTheScopeToSignPeopleUp
//	what is missing                             TestGoToSocialLacksWhatOthersHave
//	CORS                                        TestGoToSocialLetsPagesSendSomeHeaders
//	rate limit                                  TestGoToSocialLimitsByNetwork
//
//	§9.2 Akkoma and Pleroma
//	instance document                           TestAkkomaDescribesItself
//	Pleroma's                                   TestPleromaDescribesItself
//	birthdays                                   TestPleromaAsksForBirthdays
//	native captcha                              TestAkkomaShowsACaptcha
//	kocaptcha, path of 2.2                      TestPleromasCaptchaHasAnAddress
//	captcha: single use, time, refusals         TestACaptchaIsCheckedAndUsedUp
//	captcha: service down                       TestACaptchaServiceMayBeDown
//	refusals in a string                        TestAkkomaPutsItsProblemsIntoAString
//	success with and without a token            TestAkkomasSuccessMayLackAToken
//	fields                                      TestAkkomaReadsItsOwnFields
//	invites                                     TestAkkomaTakesInvitesWhileItIsClosed
//	approval                                    TestAkkomasAccountsWaitForMailAndStaff
//	scope, token                                TestAkkomaNeedsAnAppsToken
//	apps                                        TestAkkomaTakesRedirectsAsATextOnly
//	resend                                      TestAkkomaResendsTheConfirmation
//	throttle                                    TestAkkomaThrottlesSignUps
//	CORS                                        TestAkkomaLetsPagesSendSomeHeaders
//
//	§9.3 Others
//	glitch-soc, Hometown                        TestForksNameTheirMastodon
//	Pixelfed                                    TestPixelfedTakesNoSignUpsAndKeepsPagesOut
//	Friendica                                   TestFriendicaTakesNoSignUpsByTheAPI
//	Mitra                                       TestMitraGivesAppsNoTokens
//	software without Mastodon's API             TestOtherSoftwareIsKnownByNodeInfoAlone
//	documents of their own                      TestVernissageHasADocumentOfItsOwn
//	documents without a name                    TestEpicyonHidesItsName
//	a server for its owner alone                TestHolloIsForItsOwnerAlone
package mastodontest
